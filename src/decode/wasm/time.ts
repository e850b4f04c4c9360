import { timeOf } from './imports';

/** Milliseconds since 1970 UTC of the time whose text stands there; NaN when it is none. */
export function parseTime(start: usize, end: usize): f64 {
  if (end - start !== 20 || load<u8>(start, 10) !== 0x54 || load<u8>(start, 19) !== 0x5a)
    return timeOf(start, end);
  if (
    load<u8>(start, 4) !== 0x2d ||
    load<u8>(start, 7) !== 0x2d ||
    load<u8>(start, 13) !== 0x3a ||
    load<u8>(start, 16) !== 0x3a
  )
    return NaN;
  const year = twoDigits(start) * 100 + twoDigits(start + 2);
  const month = twoDigits(start + 5);
  const day = twoDigits(start + 8);
  const hour = twoDigits(start + 11);
  const minute = twoDigits(start + 14);
  const second = twoDigits(start + 17);
  // Unsigned, so that zero and what is no digit are too large.
  if (year > 9999 || month - 1 > 11 || hour > 23 || minute > 59 || second > 59) return NaN;
  if (day - 1 >= daysIn(year, month)) return NaN;
  return f64(daysSince1970(year, month, day)) * 86_400_000 + f64((hour * 60 + minute) * 60 + second) * 1000;
}

/** The number that two digits write; more than 9999 when one is no digit. */
function twoDigits(at: usize): u32 {
  const tens = u32(load<u8>(at)) - 0x30;
  const ones = u32(load<u8>(at, 1)) - 0x30;
  return tens < 10 && ones < 10 ? tens * 10 + ones : 1_000_000;
}

function daysIn(year: u32, month: u32): u32 {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days of the Gregorian calendar, counted in years that begin in March so that the leap day comes last. */
function daysSince1970(year: u32, month: u32, day: u32): i32 {
  const marchYear = i32(year) - (month > 2 ? 0 : 1);
  const era = marchYear < 0 ? -1 : marchYear / 400;
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = (153 * (i32(month) + (month > 2 ? -3 : 9)) + 2) / 5 + i32(day) - 1;
  const dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
