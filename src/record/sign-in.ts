const consoleAgent =
  /(?:^|[[./-])(?:console|signin)\.(?:[\w-]+\.)*(?:amazonaws|aws\.amazon)\.com|\bs3console\/|\baws[ -]?console\b/i;

/** Whether a user agent is that of the console. */
function isConsoleAgent(userAgent: string): boolean {
  return consoleAgent.test(userAgent);
}

/** The names of calls that sign in to the console, or are a step of it. */
export const signInNames: ReadonlySet<string> = new Set([
  'ConsoleLogin',
  'CheckMfa',
  'SwitchRole',
  'GetSigninToken',
  'UserAuthentication',
  'CredentialChallenge',
  'CredentialVerification',
  'Authenticate',
  'Federate',
]);

/** Whether the call is a sign-in to the console or a step of one. */
export function isSignIn(source: string, eventName: string): boolean {
  return (source === 'signin.amazonaws.com' || source === 'sso.amazonaws.com') && signInNames.has(eventName);
}

/** Whether the call was driven from the console, by what the record says of its session, user agent and source. */
export function isConsole(fromConsole: string, userAgent: string, source: string): boolean {
  return (
    fromConsole.toLowerCase() === 'true' || source === 'signin.amazonaws.com' || isConsoleAgent(userAgent)
  );
}
