/** What was typed in a form: names and values, in order. */
export type TypedFields = readonly (readonly [name: string, value: string])[];

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Neither what the page itself sends nor what must not be kept. */
const NOT_TYPED = ['hidden', 'password', 'file', 'submit', 'button', 'reset'];

/** What someone typed and chose in a form; never a password nor a file. */
export function typedIn(form: HTMLFormElement): TypedFields {
  return controlsOf(form).flatMap((control) =>
    isTick(control) && !control.checked ? [] : [[control.name, control.value] as const],
  );
}

/** Types it again in the form of the page that has most of these fields; false when none has any. */
export function typeAgain(page: ParentNode, typed: TypedFields): boolean {
  const names = new Set(typed.map(([name]) => name));
  let [best, most]: [HTMLFormElement | null, number] = [null, 0];
  for (const form of page.querySelectorAll('form')) {
    const held = new Set(controlsOf(form).map(({ name }) => name));
    const fields = [...names].filter((name) => held.has(name)).length;
    if (fields > most) [best, most] = [form, fields];
  }
  if (best === null) return false;
  fill(controlsOf(best), typed);
  return true;
}

function fill(controls: readonly Control[], typed: TypedFields) {
  const left = new Map<string, string[]>();
  for (const [name, value] of typed) left.set(name, [...(left.get(name) ?? []), value]);
  for (const control of controls) {
    const values = left.get(control.name) ?? [];
    if (isTick(control)) {
      const wanted = values.includes(control.value);
      if (control.checked !== wanted && (wanted || control.type === 'checkbox')) control.click();
    } else {
      const value = values.shift();
      if (value !== undefined && value !== control.value) type(control, value);
    }
  }
}

/** As a person would: scripts that watch the field hear of it. */
function type(control: Control, value: string) {
  const kind = Reflect.getPrototypeOf(control);
  if (kind !== null) Reflect.getOwnPropertyDescriptor(kind, 'value')?.set?.call(control, value);
  for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].flatMap((one) => (isControl(one) && one.name !== '' && !one.disabled ? [one] : []));
}

function isControl(element: Element): element is Control {
  if (element instanceof HTMLInputElement) return !NOT_TYPED.includes(element.type);
  return element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');
}
