import { randomBytes } from "node:crypto";
import { Vault } from "azure-pipelines-task-lib/vault.js";

const key = randomBytes(32);

/**
 * Must be imported before task-lib. While it is loaded, task-lib writes the key of its store of secrets to
 * Agent.TempDirectory, and reads it again each time. If it cannot (a full disk, a container that mounts the folder
 * read-only), it silently ends the step as a success, and the post step without undoing anything. Here the key needs no
 * file, since both the key and the store exist only in this process.
 */
Object.assign(Vault.prototype, { genKey: () => undefined, getKey: () => key });
