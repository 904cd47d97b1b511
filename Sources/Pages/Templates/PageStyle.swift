/// The style of every page: system fonts, one column, colours that keep their contrast on paper, A4 when printed. Nothing is loaded.
enum PageStyle {
    static let css = #"""
        :root{--ink:#1a1f26;--soft:#4a5563;--line:#d3d9e0;--pale:#f3f5f8;--blue:#1b4b8a;
        --good:#1f6b35;--goodbg:#d9ecde;--bad:#9b1c14;--badbg:#f8d7d3;--part:#6a4a00;--partbg:#fdeec2;--wait:#1b4b8a;--waitbg:#dfe9f7}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-behavior:auto}
        body{margin:0;color:var(--ink);background:#fff;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;font-variant-numeric:tabular-nums}
        .page{max-width:68rem;margin:0 auto;padding:1.25rem 1rem 3rem}
        a{color:var(--blue)}
        a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
        .skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.25rem .75rem;z-index:2}
        header .kicker{margin:0;color:var(--soft);font-size:.95rem}
        h1{font-size:1.75rem;line-height:1.25;margin:.1rem 0 .35rem;letter-spacing:-.01em}
        h2{font-size:1.25rem;line-height:1.3;margin:2.4rem 0 .5rem;padding-top:.6rem;border-top:2px solid var(--ink)}
        header+main>section:first-of-type>h2{margin-top:.6rem;border-top:0;padding-top:0}
        h3{font-size:1.03rem;line-height:1.35;margin:1.5rem 0 .4rem}
        p{margin:.35rem 0 .6rem;max-width:48rem}
        .soft,.count,caption{color:var(--soft)}
        .count{font-size:.88rem;margin:.1rem 0 .7rem}
        nav ul{list-style:none;margin:1rem 0 0;padding:.55rem 0;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;border-top:1px solid var(--line);font-size:.93rem}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:0;margin:1rem 0 .6rem;border:1px solid var(--line)}
        .facts>div{padding:.7rem .85rem;border:1px solid var(--line);margin:-1px 0 0 -1px;display:flex;flex-direction:column}
        .facts dt{order:2;font-size:.9rem;line-height:1.35}
        .facts dd{order:1;margin:0 0 .1rem;font-size:1.5rem;font-weight:650;line-height:1.2}
        .facts dd small{font-size:.95rem;font-weight:400;color:var(--soft)}
        .facts .alarm dd{color:var(--bad)}
        .facts div dd.basis{order:3;margin:.1rem 0 0;font-size:.82rem;font-weight:400;line-height:1.3;color:var(--soft)}
        .wide{overflow-x:auto;margin:.4rem 0 .8rem}
        table{border-collapse:collapse;width:100%;font-size:.93rem}
        caption{text-align:left;font-size:.88rem;padding:0 0 .3rem}
        th,td{text-align:left;vertical-align:top;padding:.34rem .6rem .34rem 0;border-bottom:1px solid var(--line)}
        thead th{font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--ink);line-height:1.3}
        thead td{border-bottom:1.5px solid var(--ink)}
        tbody th{font-weight:500;min-width:9rem}th.d{min-width:0}td.w{min-width:15rem}td.k{min-width:10rem}td.j{min-width:10rem}.heads .v{white-space:normal}
        td.n,th.n{text-align:right}td.n{white-space:nowrap}td.open{color:#2c3540;font-style:italic}
        td.d,th.d{white-space:nowrap}
        td.b{min-width:8rem;width:26%}
        .bar{display:block;width:100%;max-width:34rem;height:.85rem;margin:.28rem 0 0;border:1px solid #8b95a1;background:#fff}
        .v{display:inline-block;padding:0 .45rem;border-radius:.2rem;font-size:.86rem;font-weight:600;line-height:1.5;white-space:nowrap;border:1px solid transparent}
        .conform{color:var(--good);background:var(--goodbg)}
        .nonconform,.error{color:#fff;background:var(--bad)}
        .partial{color:var(--part);background:var(--partbg)}
        .pending{color:var(--wait);background:var(--waitbg)}
        .undetermined{color:#2c3540;background:#fff repeating-linear-gradient(135deg,#cfd6de 0 1.5px,#fff 1.5px 5px)}
        .not_applicable,.not_in_force{color:#5a6572;background:#fff}
        .v.undetermined,.v.not_applicable,.v.not_in_force{border-color:#a9b3be}
        .v.undetermined{text-shadow:0 0 2px #fff,0 0 2px #fff,0 0 3px #fff}
        .heat{width:auto;font-size:.8rem;border-collapse:separate;border-spacing:1px}
        .heat th,.heat td{border:0;padding:0}
        .heat thead th{height:4rem;vertical-align:bottom;font-weight:500;white-space:nowrap}
        .heat thead th.u{font-weight:600;padding-right:.6rem}
        .heat thead th span{display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg);padding:.1rem 0;white-space:nowrap;line-height:1.05}
        .heat thead th span.tall{height:11.5rem;white-space:normal;margin:0 .2rem}
        .heat .src td{height:auto}.heat .src th{height:auto;padding:.15rem .2rem;border-bottom:1.5px solid var(--ink);font-weight:600;white-space:normal;line-height:1.2;vertical-align:bottom}
        .heat thead tr:last-child th span{font-size:.76rem}
        .heat tbody th{min-width:0;font-weight:400;padding-right:.6rem;white-space:nowrap;max-width:17rem;overflow:hidden;text-overflow:ellipsis}
        .heat td{width:1.35rem;min-width:1.35rem;height:1.35rem;text-align:center;font-weight:600;line-height:1.35rem}
        .heat td.undetermined{text-shadow:0 0 2px #fff,0 0 2px #fff}
        .heat td.some,.v.some{background:#d3e9da repeating-linear-gradient(135deg,#8fb79c 0 1.5px,#d3e9da 1.5px 5px)}
        .heat td.x{background:var(--pale)}
        .legend{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;padding:0;margin:.3rem 0 .8rem;font-size:.88rem}
        .legend b{display:inline-block;min-width:1.35rem;text-align:center;margin-right:.35rem}
        figure{margin:.6rem 0 1rem}figcaption{font-size:.88rem;color:var(--soft)}
        svg.chart{display:block;width:100%;height:auto;max-width:60rem}
        svg text{font-family:inherit;fill:var(--ink)}
        details{margin:.25rem 0}summary{cursor:pointer;color:var(--blue)}
        ul.names{margin:.2rem 0 .4rem;padding:0;list-style:none;columns:16rem;column-gap:1.5rem;font-size:.93rem}
        ul.names li{break-inside:avoid;padding:.05rem 0}
        ul.flat{margin:.2rem 0;padding-left:1.1rem}ul.flat li{margin:.12rem 0}
        .finding{border-left:4px solid #8b95a1;padding:.1rem 0 .2rem .85rem;margin:1rem 0 1.2rem}
        .finding.g-nonconform,.finding.g-error{border-color:var(--bad)}.finding.g-partial{border-color:#c58a00}.finding.g-pending{border-color:var(--blue)}
        .finding h4{margin:0 0 .15rem;font-size:1rem;line-height:1.4}
        .finding p{margin:.15rem 0}
        dl.told{display:grid;grid-template-columns:9rem 1fr;gap:.1rem .8rem;margin:.35rem 0 0;font-size:.93rem}
        dl.told dt{color:var(--soft)}dl.told dd{margin:0;overflow-wrap:anywhere}
        dl.told ol,dl.told ul{margin:0;padding-left:1.1rem}
        code{font:.87em/1.4 ui-monospace,"Cascadia Mono","Liberation Mono",Menlo,monospace;overflow-wrap:anywhere}
        .said{margin:.15rem 0;padding-left:.5rem;border-left:3px solid #c58a00}
        .alert{border:1px solid var(--bad);padding:.5rem .8rem;margin:.8rem 0}
        footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.5rem;font-size:.85rem;color:var(--soft)}
        @media screen{.heat tbody th{position:sticky;left:0;background:#fff}}
        @media screen and (min-width:70rem){.wide:has(>.fits){overflow:visible}.fits thead{position:sticky;top:0;z-index:1}.fits thead th,.fits thead td{background:#fff;box-shadow:0 1px #fff,0 -1px #fff}
        .fits tbody a{scroll-margin-top:18rem}}
        @media (max-width:40rem){body{font-size:15px}h1{font-size:1.4rem}.facts{grid-template-columns:1fr 1fr}.facts dd{font-size:1.25rem}
        dl.told{grid-template-columns:1fr}dl.told dd{margin-bottom:.35rem}td.b{min-width:6rem}ul.names{columns:1}
        .wide table:not(.heat){min-width:38rem}.wide table.heads{min-width:46rem}.wide svg.chart{width:38rem}.heat tbody th{max-width:8.5rem}}
        @page{size:A4;margin:14mm 12mm 16mm;@bottom-right{content:counter(page) "/" counter(pages);font:8pt sans-serif;color:#4a5563}}
        @media print{html{font-size:10pt}body{font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}.page{max-width:none;padding:0}
        nav,.skip{display:none}a{color:inherit;text-decoration:none}.wide{overflow:visible}
        h2{margin-top:1.4rem;break-after:avoid}h3,h4,caption,.count{break-after:avoid}.count,caption{break-inside:avoid}tr:not(:has(details)),.finding h4,figure,.facts>div{break-inside:avoid}
        .facts{grid-template-columns:repeat(3,1fr)}table.short,.keep{break-inside:avoid}tbody th{min-width:34mm}td.w{min-width:52mm}td.k{min-width:32mm}td.j{min-width:31mm}.heads tbody th{min-width:38mm}.heads td.w{min-width:44mm}td.b{min-width:20mm;width:18%}thead{display:table-header-group}.finding{break-inside:auto}
        .heat{font-size:7pt}.heat tbody th{min-width:0}th.d{min-width:0}.heat td{width:4.4mm;min-width:4.4mm;height:4.2mm;line-height:4.2mm}.heat tbody th{max-width:38mm}
        details:not([open])::details-content{content-visibility:visible;block-size:auto}
        details.chartdata{display:none}}
        """#
}
