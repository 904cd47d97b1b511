/// What stands around every page, and the parts pages share.
extension PageTemplates {
    static let frameHead = #"""
        <!DOCTYPE html>
        <html lang="[[vi|en]]">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="tuanthu {{version}}">
        <meta name="color-scheme" content="light">
        <link rel="icon" href="data:,">
        <title>{{title}}</title>
        <style>{{{css}}}</style>
        </head>
        <body>
        <a class="skip" href="#main">[[Đến nội dung|Skip to content]]</a>
        <svg width="0" height="0" aria-hidden="true" focusable="false" style="position:absolute"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><rect width="1.6" height="5" fill="#98a3af"/></pattern></defs></svg>
        <div class="page">

        """#

    static let frameEnd = #"""
        <footer>
        <p>[[Lập bằng tuanthu|Made by tuanthu]] {{version}}. [[Cùng dữ liệu vào và cùng ngày xét thì cùng kết quả; mọi con số tính lại được từ bản JSON của cùng lần chạy.|Same input and same day, same result; every figure can be worked out again from the JSON of the same run.]]</p>
        </footer>
        </div>
        </body>
        </html>

        """#

    /// Numbers stand beside it, so it is not read out.
    static let intervalBar = #"""
        <svg class="bar" aria-hidden="true" focusable="false"><rect width="{{low}}%" height="100%" fill="#2f7d47"/><rect x="{{low}}%" width="{{openWidth}}%" height="100%" fill="url(#hatch)"/></svg>
        """#

    static let sources = #"""
        <section>
        <h2 id="{{sourcesId}}">[[Căn cứ và dữ liệu đã đọc|Sources and what was read]]</h2>
        <dl class="told">
        <dt>[[Ngày xét|Day assessed]]</dt><dd>{{asOf}}</dd>
        {{#files}}<dt>{{role}}</dt><dd><code>{{path}}</code>{{#until}} – [[nói đến hết ngày|speaks up to]] {{until}}{{/until}}<br><span class="soft">SHA-256 <code>{{sha256}}</code></span></dd>
        {{/files}}
        <dt>[[Bộ chọn|Profile]]</dt><dd>{{profile}}</dd>
        {{#readings}}<dt>[[Cách hiểu|Reading]]</dt><dd>{{.}}</dd>
        {{/readings}}
        {{#parameters}}<dt>[[Tham số|Parameter]]</dt><dd>{{.}}</dd>
        {{/parameters}}
        </dl>
        <details><summary>[[Phiên bản và mã băm của bộ yêu cầu|Versions and digests of the rule sets]] ({{setCount}})</summary>
        <div class="wide" tabindex="0" role="group" aria-label="[[Bộ yêu cầu|Rule sets]]"><table><thead><tr><th scope="col">[[Bộ yêu cầu|Rule set]]</th><th scope="col">[[Phiên bản|Version]]</th><th scope="col">SHA-256</th></tr></thead><tbody>
        {{#sets}}<tr><th scope="row"><code>{{id}}</code></th><td>{{setVersion}}</td><td><code>{{digest}}</code></td></tr>
        {{/sets}}</tbody></table></div></details>
        {{#hasCited}}<h3>[[Văn bản được viện dẫn|Documents cited]]</h3>
        <div class="wide" tabindex="0" role="group" aria-label="[[Văn bản được viện dẫn|Documents cited]]"><table><thead><tr><th scope="col">[[Văn bản|Document]]</th><th scope="col">[[Loại|Kind]]</th><th scope="col">[[Ban hành|Issued]]</th><th scope="col">[[Hiệu lực|In force]]</th><th scope="col">[[Rà soát|Checked]]</th></tr></thead><tbody>
        {{#cited}}<tr><th scope="row">{{short}}<br><span class="soft">{{fullTitle}}</span></th><td>{{kind}}</td><td class="d">{{issued}}</td><td class="d">{{inForce}}</td><td class="d">{{checked}}</td></tr>
        {{/cited}}</tbody></table></div>{{/hasCited}}
        {{#problems}}<p class="alert">{{.}}</p>
        {{/problems}}
        </section>

        """#
}
