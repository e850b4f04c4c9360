import type { Actor } from './actors/actor.ts';
import type { Happening } from './record.ts';
import { step } from './step.ts';

/** How a sign-in to the console went. */
export type SignIn = {
  readonly mfa: boolean;
  /** Why it failed, in AWS's words; left out: it did not. */
  readonly failure?: string;
};

/** A sign-in to the console. A failed one has an errorMessage and no errorCode. */
export const signIn = (clock: string, actor: Actor, { mfa, failure }: SignIn): Happening =>
  step(clock, actor, 'us-east-1', 'signin:ConsoleLogin', {
    response: { ConsoleLogin: failure ? 'Failure' : 'Success' },
    ...(failure ? { error: ['', failure] as const } : {}),
    more: {
      eventVersion: '1.08',
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home?region=us-east-1',
        MobileVersion: 'No',
        MFAUsed: mfa ? 'Yes' : 'No',
      },
      eventType: 'AwsConsoleSignIn',
    },
  });
