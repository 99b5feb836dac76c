// What a page's main thread has to do for what one does with a heap view: script, style, layout and paint, in processor time, so that
// other work on the machine counts little.

const CATEGORIES = ['toplevel', 'blink.user_timing'];
const TASK = 'ThreadControllerImpl::RunTask';
/// What goes on in slices, and what a browser does a little later, is over then.
const REST_MS = 1500;

/// Follows the tasks of a page's main thread through sections, one after the other.
export class MainThread {
  constructor(page) {
    this.page = page;
    this.browser = page.context().browser();
    this.sections = [];
  }

  static async watch(page) {
    const watched = new MainThread(page);
    await watched.browser.startTracing(page, { categories: CATEGORIES });
    return watched;
  }

  /// Does something with the page; the result is what `run` gives. `rest`: milliseconds that belong to it, too.
  async section(name, run, rest = 0) {
    const mark = which => this.page.evaluate(mark => performance.mark(mark), `memory-sim ${this.sections.length} ${which}`);
    await mark('from');
    const result = await run();
    await this.page.waitForTimeout(rest);
    await mark('to');
    this.sections.push(name);
    return result;
  }

  /// Of each section, in milliseconds of processor time: all tasks together, and the longest one.
  async end() {
    const { traceEvents } = JSON.parse(await this.browser.stopTracing());
    const marks = new Map(traceEvents.filter(({ name }) => name.startsWith('memory-sim ')).map(event => [event.name, event]));
    const { pid, tid } = marks.get('memory-sim 0 from');
    const tasks = traceEvents.filter(event => event.name === TASK && event.ph === 'X' && event.pid === pid && event.tid === tid);
    return this.sections.map((name, i) => {
      const [from, to] = ['from', 'to'].map(which => marks.get(`memory-sim ${i} ${which}`).ts);
      const times = tasks.filter(({ ts }) => ts > from && ts < to).map(({ tdur, dur }) => (tdur ?? dur) / 1000);
      return { name, spent: times.reduce((sum, time) => sum + time, 0), longest: Math.max(0, ...times) };
    });
  }
}

/// What one does with a view, as functions of the page: `find(selector)` looks in the view, `press(key)` presses a key in it, `i` counts.
const INTERACTIONS = [
  ['a step', 10, '({ press }) => press("ArrowLeft")'],
  ['a step over calls', 5, '({ press }) => press("ArrowRight", { shiftKey: true })'],
  ['a seek to anywhere', 20, '({ find, i }) => input(find("input[type=range]"), String((i * 7919 * 31) % Number(find("input[type=range]").max)))'],
  ['a drag along the lifelines', 20, '({ find, i }) => drag(find(".msim-lifelines svg"), 300 + 13 * i, i === 0)'],
  ['choosing an object', 1, '({ all, i }) => click(all(".msim-hit:not([data-group])")[0])'],
  ['choosing another', 3, '({ all, i }) => click(all(".msim-hit:not([data-group])")[i + 1])'],
  ['a step with an object chosen', 10, '({ press }) => press("ArrowLeft")'],
  ['opening Memory', 1, '({ find }) => click(find("[data-tab=memory]"))'],
  ['a step in Memory', 10, '({ press }) => press("ArrowLeft")'],
  ['opening Events', 1, '({ find }) => click(find("[data-tab=events]"))'],
  ['a step in Events', 10, '({ press }) => press("ArrowLeft")'],
  ['a letter in the filter of events', 3, '({ find, i }) => input(find(".msim-events input"), "Item".slice(0, i + 1))'],
  ['opening Bytes', 1, '({ find }) => click(find("[data-tab=bytes]"))'],
  ['a step in Bytes', 10, '({ press }) => press("ArrowLeft")'],
  ['back to the graph', 1, '({ find }) => click(find("[data-tab=graph]"))'],
  ['finding an object', 1, '({ look }) => look("Item")'],
  ['finding nothing', 1, '({ look }) => look("no such thing")'],
  ['unfolding a group', 1, '({ find }) => click(find("[data-group]"))'],
  ['a view grown narrow', 1, '({ root }) => { root.style.width = "700px"; }'],
  ['and wide again', 1, '({ root }) => { root.style.width = ""; }'],
  ['saving a PNG', 1, '({ find }) => click(find("[data-save=png]"))'],
  ['saving the HTML', 1, '({ find }) => click(find("[data-save=html]"))']
];

/// Prints what each takes.
export async function timeInteractions(page, view, say) {
  const mainThread = await MainThread.watch(page);
  for (const [name, times, what] of INTERACTIONS) {
    const interact = () => page.evaluate(async ([view, times, what]) => {
      const all = selector => [...document.querySelectorAll(`${view} ${selector}`)];
      const find = selector => document.querySelector(`${view} ${selector}`);
      const root = document.querySelector(view);
      const key = (element, key, more = {}) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
      const press = (name, more) => key(root, name, more);
      const look = text => {
        find('.mod-find').value = text;
        key(find('.mod-find'), 'Enter');
      };
      window.click = element => element?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      window.input = (element, value) => {
        element.value = value;
        element.dispatchEvent(new Event('input', { bubbles: true }));
      };
      window.drag = (element, x, isFirst) => {
        const { left, top } = element.getBoundingClientRect();
        for (const type of isFirst ? ['pointerdown', 'pointermove'] : ['pointermove']) {
          element.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: left + x, clientY: top + 60, button: 0 }));
        }
      };
      for (let i = 0; i < times; i++) {
        eval(what)({ all, find, press, look, root, i });
        await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
      }
      find('.msim-lifelines svg')?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    }, [view, times, what]);
    await mainThread.section(name, interact, times === 1 ? REST_MS : 0);
  }
  (await mainThread.end()).forEach(({ name, spent, longest }, i) => {
    say(`  ${name}: ${(spent / INTERACTIONS[i][1]).toFixed(1)} ms of the main thread, ${longest.toFixed(1)} at most without an answer`);
  });
}
