// Walks through a page with the tab key.

/** What the keyboard can't reach of the part of a page, reaches out of order, or reaches without showing it. */
export async function walk(page, selector) {
  const expected = await page.evaluate((part) => {
    const reachable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const visible = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !e.disabled && e.tabIndex >= 0;
    const all = [...document.querySelectorAll(reachable)].filter((e) => e.closest(part) && visible(e));
    all.forEach((e, i) => (e.dataset.tourOrder = String(i)));
    document.activeElement?.blur();
    all[0]?.focus();
    return all.length;
  }, selector);
  const wrong = [];
  const reached = new Set();
  let last = -1;
  for (let presses = 0; presses < 8 * expected + 40 && expected > 0 && reached.size < expected; presses++) {
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      return {
        order: Number(e.dataset?.tourOrder ?? -1),
        name: `${e.tagName.toLowerCase()} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}`,
        shown: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || ['::before', '::after'].some((p) => getComputedStyle(e, p).boxShadow !== 'none' || getComputedStyle(e, p).outlineStyle !== 'none'),
        inWindow: box.bottom > 0 && box.top < innerHeight,
      };
    });
    if (at.order >= 0) {
      reached.add(at.order);
      if (at.order < last) {
        wrong.push(`out of order: ${at.name}`);
      }
      if (presses > 0 && !at.shown) {
        wrong.push(`focus is not shown: ${at.name}`);
      }
      if (!at.inWindow) {
        wrong.push(`focus is out of the window: ${at.name}`);
      }
      last = at.order;
    }
    await page.keyboard.press('Tab');
  }
  for (let i = 0; i < expected; i++) {
    if (!reached.has(i)) {
      wrong.push(`not reached: ${await page.evaluate((n) => document.querySelector(`[data-tour-order="${n}"]`)?.outerHTML.slice(0, 120), i)}`);
    }
  }
  return wrong;
}
