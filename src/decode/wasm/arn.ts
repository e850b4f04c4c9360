import { walkColon, walkPlainString, walkSpace, walkValue } from './walk';

/** After `findArn`: where the ARN stands, without its quotes. */
export let arnStart: usize = 0;
export let arnEnd: usize = 0;

/**
 * Finds the ARN of the first of the resources that stand at `at`,
 * which have been walked. False when it has none that is plain.
 */
export function findArn(at: usize): bool {
  arnStart = 0;
  at = walkSpace(at + 1);
  if (load<u8>(at) !== 0x7b) return false;
  at = walkSpace(at + 1);
  while (load<u8>(at) === 0x22) {
    const name = at + 1;
    at = walkPlainString(at);
    if (at === 0) return false;
    const isArn = at - name === 4 && load<u32>(name) === 0x224e5241; // ARN"
    at = walkColon(at);
    const end = walkValue(at);
    if (isArn) {
      if (arnStart !== 0 || load<u8>(at) !== 0x22 || end - at === 2) return false;
      arnStart = at + 1;
      arnEnd = end - 1;
    }
    at = walkSpace(end);
    if (load<u8>(at) === 0x2c) at = walkSpace(at + 1);
  }
  return arnStart !== 0;
}
