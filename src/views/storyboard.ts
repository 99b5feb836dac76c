/// All steps in one HTML page that needs nothing else: a picture and a sentence a step.

import { escapeXml, momentSvg } from './fallbackSvg';
import type { Picture } from './picture';
import type { Work } from './work';

/// Steps that such a page holds; each is a drawing of its own.
const MAX_STEPS = 300;

const STYLE = 'body{font:15px/1.5 system-ui,sans-serif;margin:2em auto;max-width:75em;padding:0 1em;color:#212121;background:#fff}'
  + 'pre{background:#f5f5f5;padding:1em;overflow:auto}mark{background:#fff3c4}svg{max-width:100%;height:auto}section{margin:0 0 2em}section>p>code::after{content:" →"}'
  + '#said{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}button{font:inherit;padding:.2em 1em}'
  + '.one section{display:none}.one section.now{display:block}nav{position:sticky;top:0;background:#fff;padding:.5em 0;display:none}.one nav{display:block}'
  + '@media (prefers-color-scheme:dark){body,nav{color:#e8eaed!important;background:#111417!important}pre{background:#2a3036}mark{background:#4a421a;color:inherit}}'
  + '@media print{body,nav{color:#212121!important;background:#fff!important}pre{background:#f5f5f5}.one section{display:block;break-inside:avoid}nav{display:none!important}}';

/// Shows one step at a time where scripts may run, and says it to who listens; without, all steps stand below each other.
/// It reads nothing of the trace, so there is nothing in it to escape.
const SCRIPT = 'const s=[...document.querySelectorAll("section")];let i=s.length-1;const go=n=>{i=Math.max(0,Math.min(s.length-1,n));'
  + 's.forEach((e,k)=>e.classList.toggle("now",k===i))};'
  + 'const say=n=>{go(n);const [h,p]=s[i].children;document.getElementById("said").textContent=h.textContent+": "+p.textContent};document.body.classList.add("one");go(i);'
  + 'addEventListener("keydown",e=>{const n={ArrowLeft:i-1,ArrowRight:i+1,Home:0,End:s.length-1}[e.key];if(n!==undefined){e.preventDefault();say(n)}});'
  + 'document.getElementById("back").onclick=()=>say(i-1);document.getElementById("next").onclick=()=>say(i+1);'
  + 'addEventListener("beforeprint",()=>{document.querySelector("details").open=true});';

/// The page in portions; its parts are told one after the other.
export function* drawingStoryboard(picture: Picture, tell: (part: string) => void): Work<void> {
  const { payload, words, timeline, sentences } = picture;
  const title = escapeXml(words.__('The simulated heap, step by step'));
  const steps = Math.min(timeline.end, MAX_STEPS);
  const cut = timeline.end > steps ? `<p>${escapeXml(words.__('Only the first %1 of %2 steps are in this page.', steps, timeline.end))}</p>` : '';
  tell([
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>`,
    `<h1>${title}</h1><p>${escapeXml(words.__('CPython %1 rules', payload.python))}</p>${cut}<details><summary>${escapeXml(words.__('The cell'))}</summary><pre>${escapeXml(payload.source)}</pre></details>`,
    `<nav><button id="back" aria-label="${escapeXml(words.__('Back (←)'))}">◀</button> <button id="next" aria-label="${escapeXml(words.__('Next (→)'))}">▶</button> ← →<span id="said" role="status"></span></nav>\n`
  ].join('\n'));
  for (let n = 0; n <= steps; n++) {
    const place = sentences.placeOf(n);
    const source = sentences.sourceOf(n);
    const where = place === '' ? '' : `<b>${escapeXml(place)}</b> <code><mark>${escapeXml(source)}</mark></code> `;
    tell(`<section><h2>${escapeXml(words.__('step %1 of %2', n, timeline.end))}</h2><p>${where}${escapeXml(sentences.at(n))}</p>${momentSvg(picture, n)}</section>\n`);
    yield;
  }
  tell(`<script>${SCRIPT}</script></body></html>`);
}
