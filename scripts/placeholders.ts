/** Any name as a value that stands for itself: `<name>`. Error texts that are made with it show what they name. */
export const PLACEHOLDERS: Readonly<Record<string, string>> = new Proxy({}, { get: (_, name) => `<${String(name)}>` });
