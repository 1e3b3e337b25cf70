import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

/** Requests a URL with the JDK's own client, and prints the status. */
const CLIENT = `import java.net.URI;
import javax.net.ssl.HttpsURLConnection;

public class Get {
  public static void main(String[] args) throws Exception {
    var connection = (HttpsURLConnection) URI.create(args[0]).toURL().openConnection();
    System.out.println("status " + connection.getResponseCode());
  }
}
`;

export interface Jdk {
  readonly home: string;
  readonly cacerts: string;
  /** Class path of the client: `java -cp <client> Get <url>`. */
  readonly client: string;
}

/** Compiles the client. @returns class path */
export function compileClient(folder: string): string {
  const source = path.join(folder, "Get.java");
  writeFileSync(source, CLIENT);
  execFileSync("javac", ["--release", "11", source], { stdio: "pipe" });
  return folder;
}

/** Options with which Java requests a URL through a proxy and prints the result. */
export function clientArguments(classPath: string, proxyUrl: string, url: string): readonly string[] {
  const { hostname, port } = new URL(proxyUrl);
  return [`-Dhttps.proxyHost=${hostname}`, `-Dhttps.proxyPort=${port}`, "-cp", classPath, "Get", url];
}

/** A JDK with its own keystore for this suite, so that the machine's remains unchanged. */
export function ownJdk(): Jdk {
  const folder = mkdtempSync(path.join(tmpdir(), "azs-jdk-"));
  const home = path.join(folder, "jdk");
  beforeAll(() => {
    execFileSync("jlink", ["--add-modules", "java.base,jdk.crypto.ec", "--output", home], { stdio: "pipe" });
    // Java then starts twice as fast; jlink omits this archive.
    execFileSync(path.join(home, "bin/java"), ["-Xshare:dump"], { stdio: "pipe" });
    compileClient(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { home, cacerts: path.join(home, "lib/security/cacerts"), client: folder };
}
