/** The question that all readers of the bench's data are asked: the calls of one principal that were denied. */
export function deniedQuery(principal: string): string {
  return `error:=AccessDenied principal:="${principal}"`;
}
