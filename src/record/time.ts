const digitZero = 48;
const dayMs = 86_400_000;

/**
 * The time that a text names.
 *
 * Reads `2026-03-01T09:15:00Z` as CloudTrail writes it, and what exports make of it: a fraction of any length,
 * a space for the `T`, an offset, `UTC`, no zone at all (taken as UTC), `AM` and `PM`, and numbers of seconds or
 * milliseconds since 1970.
 *
 * @returns Milliseconds since 1970 UTC, cut to whole ones; NaN when the text is no time or names a day or an hour
 * that does not exist.
 */
export function parseTime(text: string): number {
  if (text.length === 20 && text.charCodeAt(10) === 84 && text.charCodeAt(19) === 90)
    return parseUtcSeconds(text);
  return parseAnyTime(text);
}

/** `YYYY-MM-DDTHH:MM:SSZ`, the form of nearly every record, without a regular expression. */
function parseUtcSeconds(text: string): number {
  if (
    text.charCodeAt(4) !== 45 ||
    text.charCodeAt(7) !== 45 ||
    text.charCodeAt(13) !== 58 ||
    text.charCodeAt(16) !== 58
  ) {
    return Number.NaN;
  }
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  return timeOf(
    year,
    twoDigits(text, 5),
    twoDigits(text, 8),
    twoDigits(text, 11),
    twoDigits(text, 14),
    twoDigits(text, 17),
  );
}

/** The number that two characters write; NaN when one is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - digitZero;
  const ones = text.charCodeAt(at + 1) - digitZero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const written =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt]|,? +)(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?: *([AaPp])[Mm])?(?: *([Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?))?$/;
const number = /^\d{1,16}(?:\.\d+)?$/;
/** Numbers from here on are milliseconds: as seconds they would lie beyond the year 5000. */
const firstMilliseconds = 1e11;

function parseAnyTime(text: string): number {
  const trimmed = text.trim();
  if (number.test(trimmed)) {
    const value = Number(trimmed);
    return Math.floor(value < firstMilliseconds ? value * 1000 : value);
  }
  const parts = written.exec(trimmed);
  if (parts === null) return Number.NaN;
  const [, year, month, day, hour, minute, second = '0', fraction = '', half, zone] = parts;
  const timeMs = timeOf(
    Number(year),
    Number(month),
    Number(day),
    hourOfDay(Number(hour), half),
    Number(minute),
    Number(second),
  );
  return timeMs + Number(fraction.slice(0, 3).padEnd(3, '0')) - offsetMsOf(zone);
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/**
 * What an offset as it is written adds to UTC: `+02:00`, `-0730`,
 * `+01`. 0 for `Z` and its like; NaN for one that cannot be.
 */
export function offsetMsOf(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Milliseconds since 1970 UTC of a calendar time; NaN when there is no such time. */
function timeOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  // Written so that NaN in any part fails its comparison.
  if (!(month >= 1 && month <= 12 && hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const monthLength = month === 2 && leap ? 29 : monthLengths[month - 1]!;
  if (!(day >= 1 && day <= monthLength)) return Number.NaN;
  return daysSince1970(year, month, day) * dayMs + (hour * 60 + minute) * 60_000 + second * 1000;
}

/** Days of the Gregorian calendar, counted in years that begin in March so that the leap day comes last. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The time as RFC 3339 in UTC, with milliseconds only when there are any: `2026-03-01T09:15:00Z`. Empty for NaN. */
export function formatTime(timeMs: number): string {
  if (!Number.isFinite(timeMs) || Math.abs(timeMs) > 8.64e15) return '';
  if (timeMs % 1000 !== 0) return new Date(timeMs).toISOString();
  if (!(timeMs >= knownDay.startMs && timeMs < knownDay.startMs + dayMs)) {
    const startMs = Math.floor(timeMs / dayMs) * dayMs;
    knownDay = { startMs, text: new Date(timeMs).toISOString().slice(0, -'00:00:00.000Z'.length) };
  }
  const seconds = (timeMs - knownDay.startMs) / 1000;
  return `${knownDay.text}${paddedNumbers[Math.floor(seconds / 3600)]}:${paddedNumbers[Math.floor(seconds / 60) % 60]}:${paddedNumbers[seconds % 60]}Z`;
}

// Events are printed in time order: the day changes now and then.
let knownDay = { startMs: Number.NaN, text: '' };
const paddedNumbers = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
