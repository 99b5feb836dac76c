// What a page's main thread has to do for what one does with a heap view: script, style, layout and paint, in processor time, so that
// other work on the machine counts little.

/// Gives the milliseconds that the main thread has worked so far.
export async function mainThreadClock(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
}

/// What one does with a view, as functions of the page: `find(selector)` looks in the view, `press(key)` presses a key in it, `i` counts.
const INTERACTIONS = [
  ['a step', 10, '({ press }) => press("ArrowLeft")'],
  ['a step over calls', 5, '({ press }) => press("ArrowRight", { shiftKey: true })'],
  ['a seek to anywhere', 20, '({ find, i }) => input(find("input[type=range]"), String((i * 7919 * 31) % Number(find("input[type=range]").max)))'],
  ['a drag along the lifelines', 20, '({ find, i }) => drag(find(".msim-lifelines svg"), 300 + 13 * i, i === 0)'],
  ['choosing an object', 3, '({ all, i }) => click(all(".msim-hit:not([data-group])")[i])'],
  ['a step with an object chosen', 10, '({ press }) => press("ArrowLeft")'],
  ['opening Memory', 1, '({ find }) => click(find("[data-tab=memory]"))'],
  ['a step in Memory', 10, '({ press }) => press("ArrowLeft")'],
  ['opening Events', 1, '({ find }) => click(find("[data-tab=events]"))'],
  ['a step in Events', 10, '({ press }) => press("ArrowLeft")'],
  ['a letter in the filter of events', 3, '({ find, i }) => input(find(".msim-events input"), "Item".slice(0, i + 1))'],
  ['opening Bytes', 1, '({ find }) => click(find("[data-tab=bytes]"))'],
  ['a step in Bytes', 10, '({ press }) => press("ArrowLeft")'],
  ['back to the graph', 1, '({ find }) => click(find("[data-tab=graph]"))'],
  ['a letter of find', 1, '({ find }) => { find(".mod-find").value = "Item"; find(".mod-find").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })); }'],
  ['unfolding a group', 1, '({ find }) => click(find("[data-group]"))']
];

/// Prints what each takes, and the longest time in which the page did not answer.
export async function timeInteractions(page, view, say) {
  const clock = await mainThreadClock(page);
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });
  for (const [name, times, what] of INTERACTIONS) {
    const before = await clock();
    await page.evaluate(async ([view, times, what]) => {
      const all = selector => [...document.querySelectorAll(`${view} ${selector}`)];
      const find = selector => document.querySelector(`${view} ${selector}`);
      const press = (key, more = {}) => document.querySelector(view).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
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
        eval(what)({ all, find, press, i });
        await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
      }
      document.querySelector(`${view} .msim-lifelines svg`)?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    }, [view, times, what]);
    // What goes on in slices is a part of it.
    await page.waitForTimeout(times === 1 ? 1500 : 0);
    const spent = (await clock()) - before;
    const longest = Math.max(0, ...(await page.evaluate(() => window.tasks.splice(0))));
    say(`  ${name}: ${(spent / times).toFixed(1)} ms of the main thread${longest > 0 ? `, ${longest.toFixed(0)} ms at most without answer` : ''}`);
  }
}
