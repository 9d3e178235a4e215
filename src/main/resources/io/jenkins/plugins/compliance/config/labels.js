/*
 * Names the controls of this plugin's forms to assistive technology, and lets the tab key reach their help in the order in which it is
 * shown. The form elements of Jenkins do neither. Each control has a help button, by which it is known to be of this plugin.
 */
Behaviour.specify(".jenkins-help-button[helpurl*='/io.jenkins.plugins.compliance.']", "compliance-labels", 1000, (help) => {
  if (help.tabIndex > 0) {
    help.tabIndex = 0;
  }
  const item = help.closest(".jenkins-form-item");
  const label = item?.querySelector(".jenkins-form-label");
  if (!label?.contains(help)) {
    return;
  }
  const name = [...label.childNodes]
    .filter((each) => each.nodeType === Node.TEXT_NODE)
    .map((each) => each.textContent.trim())
    .join(" ")
    .trim();
  for (const control of item.querySelectorAll("input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea")) {
    if (control.closest(".jenkins-form-item") === item && control.labels.length === 0 && !control.hasAttribute("aria-label")) {
      control.setAttribute("aria-label", name);
    }
  }
});

Behaviour.specify(".compliance-presets__box", "compliance-labels", 0, (box) => {
  box.querySelector("input[type=checkbox]")?.setAttribute("aria-label", box.querySelector("label").textContent.trim());
});
