/** Ranges of IPv4 addresses, as `10.0.0.0/16`. */
import { BlockList, isIPv4 } from "node:net";

/** The range, or undefined if the text is not one. */
export function readPrefix(text: string): { readonly address: string; readonly length: number } | undefined {
  const [, address = "", digits = ""] = /^([\d.]+)\/(\d{1,2})$/.exec(text) ?? [];
  const length = Number(digits);
  return isIPv4(address) && digits !== "" && length <= 32 ? { address, length } : undefined;
}

/** Whether one range is completely inside the other. */
export function contains(outer: string, inner: string): boolean {
  const [around, within] = [readPrefix(outer), readPrefix(inner)];
  if (around === undefined || within === undefined || within.length < around.length) return false;
  const list = new BlockList();
  list.addSubnet(around.address, around.length);
  return list.check(within.address);
}

export function overlap(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}
