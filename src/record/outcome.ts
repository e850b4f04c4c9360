import type { CloudTrailRecord, Json } from './json.ts';
import { isReadingName } from './reading-name.ts';
import { objectIn, textOf, trueOrFalse } from './text.ts';

/** How a call ended. */
export type Outcome = {
  /** `denied` when permission was missing, `failed` for every other failure, else `ok`. */
  readonly outcome: 'ok' | 'failed' | 'denied';
  /** errorCode; `Failure` where a call failed without one; empty when it succeeded. */
  readonly error: string;
  /** True for failures that are ordinary: not found, throttled or a dry run, on a call that only reads. */
  readonly noise: boolean;
};

/** Whether the call succeeded, failed or was denied, from the code, the message, or the answer of a sign-in. */
export function outcomeOf(record: CloudTrailRecord): Outcome {
  const error = errorOf(
    textOf(record.errorCode).trim(),
    textOf(record.errorMessage).trim(),
    signInFailed(record.responseElements) || serviceEventFailed(record.serviceEventDetails),
  );
  return {
    outcome: outcomeNamed(error),
    error,
    noise: isExpectedNoise(error, readOnlyOf(record), textOf(record.eventName)),
  };
}

/** The text of the `error` field, from errorCode, errorMessage and whether the answer says Failure. */
function errorOf(code: string, message: string, answeredFailure: boolean): string {
  if (code !== '') return code;
  return message !== '' || answeredFailure ? 'Failure' : '';
}

/** The outcome that follows from the `error` field. */
export function outcomeNamed(error: string): Outcome['outcome'] {
  return error === '' ? 'ok' : isDenial(error) ? 'denied' : 'failed';
}

/** What error codes that mean a denial begin with, in small letters, after `client.` or `server.` where they have that. */
export const denialBeginnings: readonly string[] = [
  'accessdenied',
  'unauthorized',
  'notauthorized',
  'forbidden',
  'explicitdeny',
  'vpceaccessdenied',
  'authfailure',
];
const denial = new RegExp(`^(?:(?:client|server)\\.)?(?:${denialBeginnings.join('|')})`, 'i');

/** Whether an error code means that permission was missing. */
function isDenial(error: string): boolean {
  return denial.test(error);
}

const noise = /^(?:client\.|server\.)?(?:nosuch|throttling|requestlimitexceeded$|dryrunoperation$)|notfound/i;

/**
 * Whether a failure is ordinary. Never for a call that may change something: a StopLogging of an intruder who
 * guesses names ends in TrailNotFoundException.
 */
export function isExpectedNoise(error: string, readOnly: string, eventName: string): boolean {
  if (error === '' || !noise.test(error)) return false;
  return readOnly === 'true' || (readOnly === '' && isReadingName(eventName));
}

/** `true`, `false`, or empty when the record does not say. */
export function readOnlyOf(record: CloudTrailRecord): string {
  return trueOrFalse(record.readOnly);
}

/** Keys of responseElements whose value `Failure` means that a sign-in failed. */
const signInAnswer = /^(?:ConsoleLogin|CheckMfa|SwitchRole|PasswordRecovery\w*)$/;

function signInFailed(value: Json | undefined): boolean {
  const response = objectIn(value);
  if (response === undefined) return false;
  for (const key in response) if (response[key] === 'Failure' && signInAnswer.test(key)) return true;
  return false;
}

function serviceEventFailed(value: Json | undefined): boolean {
  const details = objectIn(value);
  return details !== undefined && Object.values(details).includes('Failure');
}
