/** The reason why a template is refused, with the code `InvalidTemplate` unless another one is given. */
export class TemplateError extends Error {
  readonly code: string;

  constructor(message: string, code = "InvalidTemplate") {
    super(message);
    this.code = code;
  }
}
