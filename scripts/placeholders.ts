/** Returns `<name>` for any name. An error text that is made with it shows which names it contains. */
export const PLACEHOLDERS: Readonly<Record<string, string>> = new Proxy({}, { get: (_, name) => `<${String(name)}>` });
