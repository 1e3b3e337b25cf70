import { readdir, readlink } from "node:fs/promises";
import path from "node:path";
import { systemPrograms } from "../../io/processes.ts";
import type { LockedFiles } from "../../io/shared-files.ts";
import type { Machine } from "../store/store.ts";

/**
 * Links in OpenSSL's folder of certificates: `<name>.pem` points to the anchor, as update-ca-certificates does it, and
 * `<hash>.<number>`, by which OpenSSL finds a certificate, points to that. Certificates with the same subject, such as
 * the roots of several stamps, have the same hash, and OpenSSL stops at the first missing number
 * (X509_LOOKUP_hash_dir(3)).
 */
interface HashLink {
  readonly name: string;
  readonly hash: string;
  readonly number: number;
}

/** Creates the links to an anchor, unless they exist. @param pem the anchor's certificate */
export async function link(
  anchor: string,
  pem: string,
  folder: string,
  files: LockedFiles,
  { processes }: Machine,
): Promise<void> {
  const name = `${path.basename(anchor, ".crt")}.pem`;
  await files.run(folder, "ln", ["-sfn", "--", anchor, path.join(folder, name)]);
  const links = await hashLinksIn(folder);
  if ((await leadingTo(name, links, folder)).length > 0) return;
  const hashed = await systemPrograms(processes).run("openssl", ["x509", "-noout", "-hash"], { input: `${pem}\n` });
  const hash = hashed.stdout.trim();
  if (!/^[0-9a-f]{8}$/.test(hash)) throw new Error(`openssl tells no hash of ${anchor}: ${hashed.stderr.trim()}`);
  const taken = new Set(links.filter((one) => one.hash === hash).map(({ number }) => number));
  let number = 0;
  while (taken.has(number)) number += 1;
  await files.run(folder, "ln", ["-s", "--", name, path.join(folder, `${hash}.${number}`)]);
}

/** Removes a link and the hash links to it; the link with the highest number of the same hash fills the gap. */
export async function unlink(name: string, folder: string, files: LockedFiles): Promise<void> {
  for (const { hash, number } of await leadingTo(name, await hashLinksIn(folder), folder)) {
    const gap = path.join(folder, `${hash}.${number}`);
    const last = Math.max(...(await hashLinksIn(folder)).filter((one) => one.hash === hash).map((one) => one.number));
    if (last === number) await files.run(folder, "rm", ["-f", "--", gap]);
    else await files.run(folder, "mv", ["-fT", "--", path.join(folder, `${hash}.${last}`), gap]);
  }
  await files.run(folder, "rm", ["-f", "--", path.join(folder, name)]);
}

async function hashLinksIn(folder: string): Promise<readonly HashLink[]> {
  return (await readdir(folder)).flatMap((name) => {
    const [, hash, number] = /^([0-9a-f]{8})\.(\d+)$/.exec(name) ?? [];
    return hash === undefined ? [] : [{ name, hash, number: Number(number) }];
  });
}

/** Highest number first, so that no link that is to be removed is moved into a gap. */
async function leadingTo(name: string, links: readonly HashLink[], folder: string): Promise<readonly HashLink[]> {
  const targets = await Promise.all(links.map((one) => readlink(path.join(folder, one.name)).catch(() => "")));
  return links.filter((_, index) => targets[index] === name).toSorted((one, other) => other.number - one.number);
}
