/** Marks the routes that read a form in parts. */
export const TAKES_UPLOAD = Symbol('takes an upload');
