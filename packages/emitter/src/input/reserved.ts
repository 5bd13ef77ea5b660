/** Names that mean something in every JavaScript object. */
const BUILT_IN = new Set(['__proto__', 'constructor', 'prototype']);

/** Names that Windows keeps for devices: a checkout there would fail. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

export function isReserved(key: string): boolean {
  return BUILT_IN.has(key);
}

/** Whether a name is taken for good, by a list in which `*` at the end stands for any rest. */
export function isTaken(name: string, reserved: readonly string[]): boolean {
  return (
    DEVICE.test(name) ||
    BUILT_IN.has(name) ||
    reserved.some(one =>
      one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name,
    )
  );
}
