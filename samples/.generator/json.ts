/** A value as JSON knows it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; keys keep the order in which they were written. */
export type JsonObject = { readonly [key: string]: Json };
