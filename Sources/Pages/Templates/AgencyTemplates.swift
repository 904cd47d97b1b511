/// The report on one statement, and the page of a unit around it.
extension PageTemplates {
    static let unit = #"""
        {{> head}}
        <header>
        <p class="kicker">{{#backLink}}<a href="{{backLink}}">{{portfolioName}}</a>{{/backLink}}{{^backLink}}{{portfolioName}}{{/backLink}} – [[tính đến ngày|as of]] {{asOf}}</p>
        <h1>{{unitName}}</h1>
        <p>{{unitLine}}</p>
        {{#unitFacts}}<p class="soft">{{.}}</p>
        {{/unitFacts}}</header>
        <main id="main">
        {{#missingText}}<p class="alert">{{missingText}}</p>{{/missingText}}
        {{#agencies}}{{> agencyBody}}{{/agencies}}
        {{#sources}}{{> sources}}{{/sources}}
        </main>
        {{> end}}
        """#

    static let agencyHead = #"""
        {{> head}}
        <header>
        <p class="kicker">[[Kết quả xem xét bản khai HTQLCL theo TCVN ISO 9001|What a statement of a quality management system to TCVN ISO 9001 comes to]]</p>
        <h1>{{heading}}</h1>
        <p>[[Xét tại ngày|As of]] <strong>{{asOf}}</strong>. [[Bộ chọn|Profile]]: {{profile}}.</p>
        </header>
        <main id="main">

        """#

    static let agencyBody = #"""
        <article data-agency="{{agencyCode}}">
        {{#ownHeading}}<h2 id="{{prefix}}agency">{{ownHeading}}</h2>
        {{/ownHeading}}<p>[[Bản khai|Statement]] <code>{{path}}</code> [[nói đến hết ngày|speaks up to]] {{statedOn}}.{{#assumedText}} <strong>{{assumedText}}</strong>{{/assumedText}}</p>
        <dl class="facts">
        {{#facts}}<div{{#isAlarm}} class="alarm"{{/isAlarm}}><dt>{{label}}</dt><dd data-figure="{{figure}}">{{value}}{{#of}} <small>{{of}}</small>{{/of}}</dd><dd class="basis">{{basis}}</dd></div>
        {{/facts}}
        </dl>
        <p>{{conformity}}</p>
        {{#hasBar}}{{> bar}}{{/hasBar}}
        {{#checklists}}<section>
        <h2 id="{{prefix}}{{anchor}}">{{checklistTitle}}</h2>
        <p class="count">[[Mỗi nội dung lấy kết luận xấu nhất trong các yêu cầu của nó; đếm theo yêu cầu.|Each head has the worst verdict of its requirements; requirements are counted.]]</p>
        <div class="wide" tabindex="0" role="group" aria-label="{{checklistTitle}}"><table class="heads"><thead><tr><th scope="col">[[Mục|No.]]</th><th scope="col">[[Nội dung|Head]]</th><th scope="col">[[Kết luận theo bản khai|Verdict on what is stated]]</th><th scope="col">[[Yêu cầu|Requirements]]</th>{{#isInspected}}<th scope="col">[[Biên bản kiểm tra ghi|What inspection records say]]</th>{{/isInspected}}</tr></thead><tbody>
        {{#heads}}<tr data-head="{{headId}}"><td class="d">{{headId}}</td><th scope="row">{{headTitle}}</th><td class="j"><span class="v {{headState}}">{{headVerdict}}</span></td><td class="k">{{headCounts}}</td>{{#isInspected}}<td class="w">{{#headSaid}}<p class="said">{{.}}</p>{{/headSaid}}</td>{{/isInspected}}</tr>
        {{/heads}}</tbody></table></div>
        {{#unplaced}}<p class="said">[[Kiểm tra thấy khác với bản khai, không thuộc nội dung nào ở trên|Found otherwise than stated, under none of the heads above]]: {{.}}</p>
        {{/unplaced}}
        </section>{{/checklists}}
        {{#noChecklist}}<p class="soft">{{noChecklist}}</p>{{/noChecklist}}
        {{#hasRecords}}<section>
        <h2 id="{{prefix}}inspected">[[Biên bản kiểm tra|Inspection records]]</h2>
        <p class="count">[[Điều đoàn kiểm tra ghi đứng cạnh điều cơ quan khai; kết luận ở các phần khác dựa vào bản khai.|What the inspectors wrote stands beside what the agency states; the verdicts in the other parts rest on the statement.]]</p>
        {{#records}}<h3>{{recordTitle}}</h3>
        <ul class="flat">{{#recordLines}}<li>{{.}}</li>
        {{/recordLines}}</ul>
        {{/records}}
        </section>{{/hasRecords}}
        <section>
        <h2 id="{{prefix}}gaps">[[Điểm chưa đáp ứng|Gaps]]</h2>
        {{#noGaps}}<p>{{noGaps}}</p>{{/noGaps}}
        {{#gapGroups}}<h3 id="{{prefix}}{{anchor}}">{{groupHeading}}: <span data-group="{{anchor}}">{{groupCount}}</span> [[phát hiện|findings]]</h3>
        {{#findings}}{{> finding}}{{/findings}}
        {{#moreFindings}}<p class="soft">{{.}}</p>
        {{/moreFindings}}
        {{/gapGroups}}
        </section>
        <section>
        <h2 id="{{prefix}}deadlines">[[Hạn|Deadlines]]</h2>
        {{#noDeadlines}}<p>{{noDeadlines}}</p>{{/noDeadlines}}
        {{#hasDeadlines}}<p class="count">[[Hạn còn mở đến hết ngày|Open dates up to]] {{horizon}}.</p>
        <div class="wide" tabindex="0" role="group" aria-label="[[Các hạn|Deadlines]]"><table><thead><tr><th scope="col">[[Hạn|Due]]</th><th scope="col">[[Việc phải làm|Duty]]</th><th scope="col">[[Tình trạng|Standing]]</th><th scope="col">[[Ai ấn định|Set by]]</th></tr></thead><tbody>
        {{#deadlineRows}}<tr><th scope="row" class="d">{{dueDay}}</th><td class="w">{{duty}}</td><td>{{standing}}</td><td>{{authority}}</td></tr>
        {{/deadlineRows}}</tbody></table></div>{{/hasDeadlines}}
        </section>
        {{#hasActions}}<section>
        <h2 id="{{prefix}}actions">[[Việc cần làm|Actions]]</h2>
        <p class="count">[[“Người trả lời” là bộ phận nắm thông tin theo danh mục thông tin, không phải phân công; xếp theo hạn.|“Who” is the role that holds the facts according to the vocabulary, not an assignment; in order of date.]]</p>
        <div class="wide" tabindex="0" role="group" aria-label="[[Việc cần làm|Actions]]"><table><thead><tr><th scope="col" class="n">[[STT|No.]]</th><th scope="col">[[Việc cần làm|Action]]</th><th scope="col">[[Người trả lời|Who]]</th><th scope="col">[[Hạn|Due]]</th></tr></thead><tbody>
        {{#actions}}<tr><td class="n">{{position}}</td><th scope="row">{{action}}<br><span class="soft">{{actionFor}}</span></th><td>{{owner}}</td><td class="d">{{actionDue}}</td></tr>
        {{/actions}}</tbody></table></div>
        </section>{{/hasActions}}
        {{#hasQuestions}}<section>
        <h2 id="{{prefix}}ask">[[Điều bản khai chưa nêu|What is not stated]]</h2>
        <p class="count">[[Số bên phải: số phát hiện chưa xác định được đang chờ câu trả lời.|On the right: undetermined findings that wait for the answer.]]</p>
        {{#respondents}}<h3>{{respondent}}</h3>
        <div class="wide" tabindex="0" role="group" aria-label="[[Câu hỏi cho|Questions for]] {{respondent}}"><table><thead><tr><th scope="col">[[Câu hỏi|Question]]</th><th scope="col">[[Khai ở|State at]]</th><th scope="col" class="n">[[Phát hiện chờ|Waiting]]</th></tr></thead><tbody>
        {{#questions}}<tr><th scope="row">{{question}}</th><td><code>{{pointer}}</code>{{#pointerMore}} <span class="soft">{{pointerMore}}</span>{{/pointerMore}}</td><td class="n">{{waiting}}</td></tr>
        {{/questions}}</tbody></table></div>
        {{/respondents}}
        </section>{{/hasQuestions}}
        {{#hasRest}}<section>
        <h2 id="{{prefix}}rest">[[Các yêu cầu còn lại|The other requirements]]</h2>
        {{#restGroups}}<details><summary>{{restHeading}}: {{restCount}} [[yêu cầu|requirements]]</summary>
        <div class="wide" tabindex="0" role="group" aria-label="{{restHeading}}"><table><thead><tr><th scope="col">[[Yêu cầu|Requirement]]</th><th scope="col">[[Vì|Why]]</th></tr></thead><tbody>
        {{#restRows}}<tr data-rule="{{rule}}"><th scope="row">{{restTitle}}<br><span class="soft">{{restBasis}}</span></th><td>{{restWhy}}{{#restItems}}<br><span class="soft">{{restItems}}</span>{{/restItems}}{{#restInspected}}<p class="said">{{.}}</p>{{/restInspected}}</td></tr>
        {{/restRows}}</tbody></table></div></details>
        {{/restGroups}}
        {{#setNotes}}<p class="soft">{{.}}</p>
        {{/setNotes}}
        </section>{{/hasRest}}
        {{#hasWaivers}}<section>
        <h2 id="{{prefix}}waivers">[[Chấp nhận tạm thời|Waivers]]</h2>
        <ul class="flat">{{#waivers}}<li>{{.}}</li>
        {{/waivers}}</ul>
        </section>{{/hasWaivers}}
        {{#ownSources}}{{> sources}}{{/ownSources}}
        </article>

        """#

    static let finding = #"""
        <div class="finding g-{{state}}" data-rule="{{rule}}" data-fingerprint="{{fingerprint}}">
        <h4><span class="v {{state}}">{{verdictName}}</span> {{findingTitle}}</h4>
        <p>{{because}}</p>
        <dl class="told">
        {{#notes}}<dt>{{noteLabel}}</dt><dd>{{#noteText}}{{noteText}}{{/noteText}}{{#hasSteps}}<ol>{{#noteSteps}}<li>{{.}}</li>{{/noteSteps}}</ol>{{/hasSteps}}{{#hasItems}}<ul>{{#noteItems}}<li>{{.}}</li>{{/noteItems}}</ul>{{/hasItems}}{{#noteCode}}<code>{{noteCode}}</code>{{/noteCode}}</dd>
        {{/notes}}</dl>
        </div>

        """#

    static let agencyEnd = #"""
        {{#hasRunNotes}}<section>
        <h2 id="run">[[Kết quả lần chạy|The run]]</h2>
        {{#runNotes}}<p>{{.}}</p>
        {{/runNotes}}</section>{{/hasRunNotes}}
        </main>
        {{> end}}
        """#
}
