/// The committee's page over the units of a register.
extension PageTemplates {
    static let committee = #"""
        {{> head}}
        <header>
        <p class="kicker">[[Theo dõi việc xây dựng, áp dụng HTQLCL theo TCVN ISO 9001|Following the quality management systems to TCVN ISO 9001]]</p>
        <h1>{{name}}</h1>
        <p>[[Tính đến ngày|As of]] <strong>{{asOf}}</strong>. [[Danh sách cơ quan nói đến hết ngày|The register speaks up to]] {{registerStatedOn}}.</p>
        <nav aria-label="[[Mục lục|Contents]]"><ul>
        {{#contents}}<li><a href="#{{anchor}}">{{label}}</a></li>
        {{/contents}}
        </ul></nav>
        </header>
        <main id="main">
        {{#incomplete}}<p class="alert"><strong>[[Chưa đầy đủ.|Incomplete.]]</strong> {{incomplete}}</p>{{/incomplete}}
        <section>
        <h2 id="summary">[[Tóm tắt|Summary]]</h2>
        <dl class="facts">
        {{#facts}}<div{{#isAlarm}} class="alarm"{{/isAlarm}}><dt>{{label}}</dt><dd data-figure="{{figure}}">{{value}}{{#of}} <small>{{of}}</small>{{/of}}</dd><dd class="basis">{{basis}}</dd></div>
        {{/facts}}
        </dl>
        <p>{{classes}}</p>
        <p>{{conformity}}</p>
        </section>
        {{#since}}{{> since}}{{/since}}
        {{#conversion}}{{> conversion}}{{/conversion}}
        {{#hasAttention}}<section>
        <h2 id="attention">[[Cần chú ý|To look at]]</h2>
        <p class="count">[[Đếm theo cơ quan, mỗi cơ quan một lần trong mỗi mục, theo thứ tự của danh sách.|Units are counted, each once under each heading, in the order of the register.]]</p>
        {{#attention}}<h3 id="{{anchor}}">{{heading}}: <span data-figure="{{figure}}">{{number}}</span> [[cơ quan|{{unitWord}}]]</h3>
        <ul class="names">{{{links}}}</ul>
        {{/attention}}
        </section>{{/hasAttention}}
        {{#hasQuotas}}{{> quotas}}{{/hasQuotas}}
        {{> deadlines}}
        {{#hasHeat}}{{> heatMap}}{{/hasHeat}}
        {{#hasMissed}}<section>
        <h2 id="missed">[[Yêu cầu nhiều cơ quan chưa đáp ứng nhất|Requirements that most units miss]]</h2>
        <p class="count">[[Đếm theo cơ quan có bản khai; chưa đáp ứng gồm cả đáp ứng một phần; bốn số đầu cộng lại thành số cơ quan mà yêu cầu áp dụng.|Units with a statement are counted; those that conform in part are among those that do not; the first four numbers add up to the units the requirement applies to.]]</p>
        <div class="wide" tabindex="0" role="group" aria-label="[[Yêu cầu nhiều cơ quan chưa đáp ứng|Requirements that units miss]]"><table><thead><tr><th scope="col">[[Yêu cầu|Requirement]]</th><th scope="col" class="n">[[Chưa đáp ứng|Do not conform]]</th><th scope="col" class="n">[[Chưa làm, chưa quá hạn|Not done, not overdue]]</th><th scope="col" class="n">[[Chưa xác định|Undetermined]]</th><th scope="col" class="n">[[Đáp ứng|Conform]]</th><th scope="col" class="n">[[Áp dụng cho|Applies to]]</th></tr></thead><tbody>
        {{#missed}}<tr data-rule="{{rule}}"><th scope="row">{{ruleTitle}}<br><span class="soft">{{basis}}</span></th><td class="n">{{missing}}</td><td class="n">{{pending}}</td><td class="n">{{undetermined}}</td><td class="n">{{conform}}</td><td class="n">{{applicable}}</td></tr>
        {{/missed}}</tbody></table></div>
        {{#moreMissed}}<p class="soft">{{moreMissed}}</p>{{/moreMissed}}
        </section>{{/hasMissed}}
        {{#hasGaps}}<section>
        <h2 id="gaps">[[Điểm chưa đáp ứng theo cơ quan|Gaps by unit]]</h2>
        <p class="count">[[Mỗi dòng một yêu cầu chưa đáp ứng hoặc đáp ứng một phần; lý do, căn cứ và hạn ở trang của cơ quan.|One requirement a line that is not met, or met in part; why, on what basis and by when stands on the unit's page.]]</p>
        <div class="wide" tabindex="0" role="group" aria-label="[[Điểm chưa đáp ứng theo cơ quan|Gaps by unit]]"><table><thead><tr><th scope="col">[[Cơ quan|Unit]]</th><th scope="col" class="n">[[Số điểm|Gaps]]</th><th scope="col">[[Điểm chưa đáp ứng|Not met]]</th></tr></thead><tbody>
        {{#gaps}}<tr data-unit="{{code}}"><th scope="row">{{{link}}}</th><td class="n">{{gapCount}}</td><td>{{titles}}</td></tr>
        {{/gaps}}</tbody></table></div>
        {{#withoutGaps}}<p class="soft">{{withoutGaps}}</p>{{/withoutGaps}}
        </section>{{/hasGaps}}
        {{> inspections}}
        {{> rollUps}}
        {{#sources}}{{> sources}}{{/sources}}
        </main>
        {{> end}}
        """#

    static let conversion = #"""
        <section>
        <h2 id="switch">{{transitionTitle}}</h2>
        {{#burnUp}}<h3 id="burn-up">[[Số cơ quan đã công bố theo thời gian|Units declared over time]]</h3>
        <p>{{wayText}}</p>
        <figure>
        <div class="wide" tabindex="0" role="group" aria-label="[[Biểu đồ số cơ quan đã công bố|Chart of units declared]]">{{{chart}}}</div>
        <figcaption>{{chartCaption}}</figcaption>
        </figure>
        <details class="chartdata"><summary>[[Bảng số liệu của biểu đồ|The chart's figures as a table]]</summary>
        <div class="wide" tabindex="0" role="group" aria-label="[[Số liệu của biểu đồ|Figures of the chart]]"><table><thead><tr><th scope="col">[[Đến hết ngày|Up to]]</th><th scope="col" class="n">[[Đã công bố|Declared]]</th><th scope="col" class="n">[[Theo kế hoạch|Planned]]</th></tr></thead><tbody>
        {{#points}}<tr data-day="{{isoDay}}"><th scope="row" class="d">{{day}}</th><td class="n">{{declared}}</td><td class="n">{{planned}}</td></tr>
        {{/points}}</tbody></table></div></details>
        {{/burnUp}}
        <h3 id="steps">[[Cơ quan theo bước cuối cùng đã làm|Units by the last step taken]]</h3>
        <p class="count">[[Đếm theo cơ quan có bản khai, theo bước cuối cùng đã biết là đã làm; cơ quan không phải chuyển đổi cũng ở trong bảng.|Units with a statement are counted, by the last step known to be taken; those that need not switch are in the table too.]]</p>
        <div class="wide" tabindex="0" role="group" aria-label="[[Cơ quan theo bước chuyển đổi|Units by step of the switch]]"><table><thead><tr><th scope="col">[[Bước cuối cùng đã làm|Last step taken]]</th><th scope="col" class="n">[[Cơ quan|Units]]</th><td class="b"></td><th scope="col">[[Mã cơ quan|Codes]]</th></tr></thead><tbody>
        {{#steps}}<tr data-step="{{stepId}}"><th scope="row">{{stepLabel}}</th><td class="n">{{stepUnits}}</td><td class="b">{{#hasUnits}}<svg class="bar plain" aria-hidden="true" focusable="false"><rect width="{{share}}%" height="100%" fill="#1b4b8a"/></svg>{{/hasUnits}}</td><td>{{{codes}}}</td></tr>
        {{/steps}}</tbody></table></div>
        </section>
        """#

    static let quotas = #"""
        <section>
        <h2 id="quotas">[[Tỷ lệ phải đạt|Shares to be reached]]</h2>
        <p class="count">[[Khoảng “a đến b”: a nếu điều chưa rõ đều chưa đạt, b nếu đều đạt. Phần gạch chéo là chưa rõ.|A range “a to b”: a if nothing that is open counts, b if all of it does. Hatched: not known.]]</p>
        {{#quotas}}<article class="quota" data-rule="{{rule}}" data-occurrence="{{occurrence}}">
        <h3>{{quotaTitle}}</h3>
        <p><span class="v {{state}}">{{verdictName}}</span> <strong data-figure="met">{{met}}</strong> [[trên|of]] <strong data-figure="of">{{of}}</strong> {{counts}}; [[cần|asked for]]: {{shareText}}{{#lacking}}, [[còn thiếu|still lacking]] <span data-figure="lacking">{{lacking}}</span>{{/lacking}}.{{#due}} [[Hạn: hết ngày|Due: the end of]] {{due}}{{/due}}</p>
        {{> bar}}
        {{#countedOn}}<p class="soft">{{countedOn}}</p>{{/countedOn}}
        {{#hasReadings}}<p class="soft">[[Kết quả theo từng cách hiểu quy định|Under each reading of the law]]:</p>
        <ul class="flat readings">{{#readings}}<li>{{.}}</li>
        {{/readings}}</ul>{{/hasReadings}}
        <p class="soft">[[Căn cứ|Basis]]: {{quotaBasis}}</p>
        {{#lists}}<details><summary>{{listLabel}} ({{listSize}})</summary><p>{{{listText}}}</p></details>{{/lists}}
        </article>
        {{/quotas}}
        {{#emptyQuotas}}<p>{{.}}</p>{{/emptyQuotas}}
        </section>
        """#

    static let deadlines = #"""
        <section>
        <h2 id="deadlines">[[Hạn sắp tới|Coming deadlines]]</h2>
        {{#timeline}}<p class="count">[[Từ ngày|From]] {{from}} [[đến hết ngày|to]] {{until}}. [[Đếm theo cơ quan có hạn còn mở vào ngày đó; vòng tròn càng lớn càng nhiều cơ quan.|Units with an open date on that day are counted; the larger the circle, the more units.]]</p>
        <figure>
        <div class="wide" tabindex="0" role="group" aria-label="[[Trục thời gian các hạn|Line of the dates]]">{{{chart}}}</div>
        </figure>{{/timeline}}
        {{#nothingAhead}}<p>{{nothingAhead}}</p>{{/nothingAhead}}
        {{#dateTables}}<h3 id="{{anchor}}">{{heading}}</h3>
        <div class="wide" tabindex="0" role="group" aria-label="{{heading}}"><table><thead><tr><th scope="col">[[Hạn|Due]]</th><th scope="col">[[Việc phải làm|Duty]]</th><th scope="col">[[Tình trạng|Standing]]</th><th scope="col" class="n">[[Cơ quan|Units]]</th><th scope="col">[[Mã cơ quan|Codes]]</th></tr></thead><tbody>
        {{#rows}}<tr data-rule="{{rule}}" data-due="{{isoDue}}"><th scope="row" class="d">{{dueDay}}</th><td class="w">{{duty}}<br><span class="soft">{{authority}}</span></td><td>{{standing}}</td><td class="n">{{unitCount}}</td><td>{{{codes}}}</td></tr>
        {{/rows}}</tbody></table></div>
        {{/dateTables}}
        </section>
        """#

    static let heatMap = #"""
        <section>
        <h2 id="map">[[Cơ quan và nhóm điều, khoản|Units and groups of clauses]]</h2>
        <p class="count">[[Mỗi ô là kết luận xấu nhất trong các yêu cầu của nhóm đối với cơ quan; một ô chưa xác định có thể còn yêu cầu khác đã đáp ứng.|Each cell is the worst verdict among the group's requirements for the unit; a cell that is undetermined may hold others that conform.]]</p>
        <ul class="legend" aria-label="[[Chú giải|Legend]]">
        {{#legend}}<li><b class="v {{kind}}">{{letter}}</b>{{meaning}}: {{cells}} [[ô|cells]]</li>
        {{/legend}}{{#someCells}}<li><b class="v undetermined some">?</b>[[chưa xác định hết, phần đã rõ đều đáp ứng|not all decided; what is decided conforms]]: {{someCells}} [[ô|cells]]</li>
        {{/someCells}}<li>[[ô trống: bản khai không có yêu cầu nào của nhóm, hoặc chưa có bản khai|empty: the statement has no rule of the group, or there is no statement]]</li></ul>
        <div class="wide" tabindex="0" role="group" aria-label="[[Bảng cơ quan và nhóm điều, khoản|Table of units and groups of clauses]]"><table class="heat{{shortClass}}"><thead>
        <tr class="src"><td></td>{{#sourceHeads}}{{#sourceName}}<th scope="colgroup" colspan="{{span}}">{{sourceName}}</th>{{/sourceName}}{{^sourceName}}<td colspan="{{span}}"></td>{{/sourceName}}{{/sourceHeads}}</tr>
        <tr><th scope="col" class="u">[[Cơ quan|Unit]]</th>{{#columns}}<th scope="col"><span{{#isTall}} class="tall"{{/isTall}}>{{columnName}}</span></th>{{/columns}}</tr>
        </thead><tbody>
        {{{heatRows}}}</tbody></table></div>
        </section>
        """#

    static let since = #"""
        <section>
        <h2 id="since">{{sinceTitle}}</h2>
        {{#sinceWarning}}<p class="alert">{{sinceWarning}}</p>{{/sinceWarning}}
        {{#noUnits}}<p>[[Không có thay đổi nào về cơ quan và các bước chuyển đổi.|No unit came, went or took a step of the switch.]]</p>{{/noUnits}}
        {{#changeGroups}}<h3 data-change="{{changeId}}">{{changeTitle}}: <span class="number">{{changeCount}}</span></h3>
        <ul class="names">{{{changeUnits}}}</ul>
        {{/changeGroups}}
        {{#hasShares}}<div class="keep"><h3>[[Tỷ lệ phải đạt|Shares to be reached]]</h3>
        <div class="wide" tabindex="0" role="group" aria-label="[[Thay đổi của các tỷ lệ|Changes of the shares]]"><table><thead><tr><th scope="col">[[Yêu cầu|Requirement]]</th><th scope="col">[[Trước|Before]]</th><th scope="col">[[Nay|Now]]</th></tr></thead><tbody>
        {{#shareChanges}}<tr data-share=""><th scope="row">{{shareTitle}}</th><td>{{shareBefore}}</td><td>{{shareAfter}}</td></tr>
        {{/shareChanges}}</tbody></table></div></div>{{/hasShares}}
        <p id="since-findings">{{sinceFindings}}</p>
        {{#sinceNotCompared}}<p id="since-not-compared">{{sinceNotCompared}}</p>{{/sinceNotCompared}}
        </section>
        """#

    static let inspections = #"""
        <section>
        <h2 id="inspections">{{inspectionTitle}}</h2>
        {{#inspectionParts}}<div class="keep"><h3>{{partTitle}}</h3>
        {{#partNote}}<p class="count">{{partNote}}</p>{{/partNote}}
        {{#hasRows}}<div class="wide" tabindex="0" role="group" aria-label="{{partTitle}}"><table><thead><tr><th scope="col">{{rowHead}}</th><th scope="col" class="n">{{countHead}}</th><th scope="col">[[Mã cơ quan|Codes]]</th></tr></thead><tbody>
        {{#inspectionRows}}<tr data-inspected="{{partId}}" data-key="{{inspectionId}}"><th scope="row">{{inspectionName}}</th><td class="n">{{inspectionCount}}</td><td>{{{inspectionUnits}}}</td></tr>
        {{/inspectionRows}}</tbody></table></div>{{/hasRows}}</div>
        {{/inspectionParts}}
        </section>
        """#

    static let rollUps = #"""
        <section>
        <h2 id="rollups">[[Tổng hợp|Roll-ups]]</h2>
        <p class="count">[[Đếm yêu cầu áp dụng của các bản khai, mỗi bản khai một lần trong mỗi nhóm; cộng tử số và mẫu số, không lấy trung bình. “a đến b”: a nếu điều chưa xác định đều chưa đáp ứng, b nếu đều đáp ứng; a cộng ba cột sau bằng số áp dụng. Xanh: đáp ứng; gạch chéo: chưa xác định; trắng: còn lại.|Applicable requirements of the statements are counted, each statement once in a group; numerators and denominators are added, nothing is averaged. “a to b”: a if what is undetermined fails, b if it conforms; a and the next three columns add up to those that apply. Green: conform; hatched: undetermined; white: the rest.]]</p>
        {{#rollUps}}<h3 id="{{anchor}}">{{heading}}</h3>
        <div class="wide" tabindex="0" role="group" aria-label="{{heading}}"><table><thead><tr><th scope="col">{{groupHead}}</th>{{#hasUnits}}<th scope="col" class="n">[[Cơ quan|Units]]</th><th scope="col" class="n">[[Chưa có bản khai|No statement]]</th>{{/hasUnits}}<th scope="col" class="n">[[Yêu cầu đáp ứng|Conforming]]</th><th scope="col" class="n">[[Chưa đáp ứng|Not met]]</th><th scope="col" class="n">[[Chưa làm, chưa quá hạn|Not done, not overdue]]</th><th scope="col" class="n">[[Chưa xác định|Undetermined]]</th><th scope="col" class="n">[[Áp dụng|Applicable]]</th><td class="b"></td></tr></thead><tbody>
        {{#rollRows}}<tr data-by="{{by}}" data-key="{{rollKey}}"><th scope="row">{{rollLabel}}</th>{{#hasUnits}}<td class="n">{{rollUnits}}</td><td class="n">{{rollWithout}}</td>{{/hasUnits}}<td class="n">{{conforming}}</td><td class="n">{{missed}}</td><td class="n">{{pending}}</td><td class="n">{{open}}</td><td class="n">{{applicable}}</td><td class="b">{{#hasBar}}{{> bar}}{{/hasBar}}</td></tr>
        {{/rollRows}}</tbody></table></div>
        {{/rollUps}}
        {{#hasFigures}}<h3 id="figures">[[Số liệu báo cáo|Figures to report]]</h3>
        <div class="wide" tabindex="0" role="group" aria-label="[[Số liệu báo cáo|Figures to report]]"><table><thead><tr><th scope="col">[[Số liệu|Figure]]</th><th scope="col">[[Đếm theo|Counts]]</th><th scope="col">[[Loại|Kind]]</th><th scope="col" class="n">[[Số|Number]]</th></tr></thead><tbody>
        {{#figures}}<tr data-id="{{figureId}}" data-kind="{{kindId}}"><th scope="row">{{figureTitle}}</th><td>{{figureCounts}}</td><td{{#isOpen}} class="open"{{/isOpen}}>{{kind}}</td><td class="n">{{number}}</td></tr>
        {{/figures}}</tbody></table></div>{{/hasFigures}}
        </section>
        """#
}
