/*
 * Tells assistive technology what the frame of Jenkins leaves out: the language of the page, and that the arrows in the
 * breadcrumbs are buttons.
 */
Behaviour.specify(".compliance-page", "compliance-language", 0, (page) => {
  if (!document.documentElement.lang) {
    document.documentElement.lang = page.dataset.language;
  }
});

Behaviour.specify(".dropdown-indicator", "compliance-role", 0, (arrow) => {
  if (!arrow.hasAttribute("role")) {
    arrow.setAttribute("role", "button");
  }
});
