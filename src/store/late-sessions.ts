import { findSessions, type SessionSources, type Sessions } from './sessions.ts';

/** The sessions of a snapshot, worked out once: ahead of time in pieces, or all that is left when they are asked for. */
export type LateSessions = {
  /** The sessions. */
  found(): Sessions;
  /** Works them out, and the session column, in pieces of a few milliseconds: yields between them. */
  prepare(): Generator<void, void>;
};

/** Sessions that nothing is done for yet; what they follow from is asked for when the work begins. */
export function findSessionsLate(sourcesOf: () => SessionSources): LateSessions {
  let finding: Generator<void, Sessions> | undefined;
  let sessions: Sessions | undefined;

  function findOn(): void {
    finding ??= findSessions(sourcesOf());
    const step = finding.next();
    if (!step.done) return;
    sessions = step.value;
    // It holds on to all that the sessions were worked out from.
    finding = undefined;
  }

  return {
    found() {
      while (sessions === undefined) findOn();
      return sessions;
    },
    *prepare() {
      for (; sessions === undefined; yield) findOn();
      yield* sessions.prepareSession();
    },
  };
}
