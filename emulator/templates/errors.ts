/** What a template is refused for, as `InvalidTemplate` unless a code is given. */
export class TemplateError extends Error {
  readonly code: string;

  constructor(message: string, code = "InvalidTemplate") {
    super(message);
    this.code = code;
  }
}
