const readingName =
  /^(?:get|list|describe|head|lookup|search|query|scan|batchget|select|view|check|simulate)/i;

/** Whether calls of that name only read, as far as a name can tell: for records that do not say. */
export function isReadingName(eventName: string): boolean {
  return readingName.test(eventName);
}
