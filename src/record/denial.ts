import type { CloudTrailRecord } from './json.ts';
import { outcomeOf } from './outcome.ts';
import { messageTarget } from './target.ts';
import { textOf } from './text.ts';

/** Why a call was denied, as far as its message says. Unknown texts are empty. */
export type Denial = {
  /** The kind of policy: `identity-based policy`, `service control policy`, `permissions boundary` … */
  readonly policyKind: string;
  /** True when a policy denies outright, false when none allows; undefined when the message does not say. */
  readonly explicit: boolean | undefined;
  readonly policyArn: string;
  /** The IAM action that was missing: `s3:GetObject`. */
  readonly action: string;
  readonly resource: string;
  /** True when AWS wrote the reason encoded: `aws sts decode-authorization-message` reads it. */
  readonly encoded: boolean;
};

/** The kinds of policy as messages name them, each with the words that stand for it. */
const policyKinds: readonly (readonly [RegExp, string])[] = [
  [/service control polic/i, 'service control policy'],
  [/resource control polic/i, 'resource control policy'],
  [/permissions? boundar/i, 'permissions boundary'],
  [/VPC endpoint polic/i, 'VPC endpoint policy'],
  [/session polic/i, 'session policy'],
  [/(?:role )?trust polic/i, 'role trust policy'],
  [/resource-based polic|bucket polic|key polic/i, 'resource-based policy'],
  [/identity-based polic|IAM polic/i, 'identity-based policy'],
  [/block public access/i, 'Block Public Access setting'],
];

/**
 * Why the call was denied, from its error message; undefined when it was not denied.
 *
 * Source: AWS's guide, "Troubleshoot access denied error messages", and messages in real records.
 */
export function denialOf(record: CloudTrailRecord): Denial | undefined {
  if (outcomeOf(record).outcome !== 'denied') return undefined;
  return denialIn(textOf(record.errorMessage));
}

/** The reason for a denial in an error message. */
export function denialIn(message: string): Denial {
  const reason = /\b(with an explicit deny|because no|because|due to)\b([\s\S]*)$/i.exec(message);
  const how = reason?.[1]?.toLowerCase();
  const rest = reason?.[2] ?? '';
  return {
    policyKind: policyKinds.find(([pattern]) => pattern.test(rest))?.[1] ?? '',
    explicit: how === 'with an explicit deny' ? true : how === 'because no' ? false : undefined,
    policyArn: trimmed(
      /\barn:aws[\w-]*:(?:iam|organizations|s3|sts|ec2|kms|sns|sqs)\b[^\s"',]*/.exec(rest)?.[0],
    ),
    action: trimmed(/\bauthorized to perform:? +"?([\w-]+:\w[\w*]*)/i.exec(message)?.[1]),
    resource: messageTarget(message),
    encoded: /Encoded authorization failure message/i.test(message),
  };
}

/**
 * The denial in one line, the kind of policy first: `denied by a service control policy: arn:… (explicit deny)`,
 * `no identity-based policy allows s3:GetObject`.
 */
export function denialInWords(denial: Denial): string {
  const { policyKind, explicit, policyArn, action, encoded } = denial;
  const which = policyArn === '' ? policyKind : `${policyKind || 'policy'} ${policyArn}`;
  if (explicit === true)
    return which === '' ? 'denied explicitly by a policy' : `denied explicitly by ${article(which)} ${which}`;
  if (explicit === false && policyKind !== '') return `no ${policyKind} allows ${action || 'it'}`;
  if (policyKind !== '') return `denied by ${article(which)} ${which}`;
  if (encoded) return 'denied; the reason is encoded (aws sts decode-authorization-message reads it)';
  return action === '' ? 'denied; the record does not say why' : `not authorized to perform ${action}`;
}

function article(words: string): string {
  return /^[aeiou]/i.test(words) ? 'an' : 'a';
}

/** Without the full stop or bracket that ends the sentence. */
function trimmed(text: string | undefined): string {
  return text?.replace(/[.)\]]+$/, '') ?? '';
}
