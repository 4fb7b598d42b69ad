import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Permission } from '../../../core/access/permissions.ts';
import type { DeviceView } from '../../../core/view.ts';
import { StillThere } from '../../ui/still-there.tsx';
import { Cover } from './cover.tsx';
import { Frame } from './frame.tsx';
import { type Manager, ManagerContext } from './manager.ts';
import { PinAgain } from './pin-again.tsx';
import { type SectionId, sectionNeeds } from './section.ts';
import { sections } from './sections.ts';
import { SignIn } from './sign-in.tsx';
import { useSignedIn } from './use-signed-in.ts';

interface ManageProps {
  view: DeviceView;
  onDone: () => void;
}

interface Shown {
  /** Whose it is, and in which role: nobody else goes on there. */
  of: string;
  section: SectionId;
  preset: Readonly<Record<string, string>>;
  /** Every visit is a new one. */
  visit: number;
}

/**
 * What a manager, an auditor or an admin sees, after they signed in. Where their time is up it is covered, and goes on as
 * it was once they sign in again; somebody else finds nothing of it. Where nobody is there any more it is closed.
 */
export const Manage = ({ view, onDone }: ManageProps) => {
  useManagerSizes();
  const pin = usePinAgain();
  const { signedIn, begin, leave, ask } = useSignedIn(pin.wanted);
  const [shown, setShown] = useState<Shown | null>(null);
  const who = signedIn?.who ?? null;
  const whose = who === null ? '' : `${who.person.id} ${who.role}`;
  const manager = useMemo<Manager | null>(() => {
    if (who === null) return null;
    return {
      ...{ person: who.person, role: who.role, ask },
      may: (permission) => who.may.includes(permission),
      go: (section, preset = {}) =>
        setShown((last) => ({ of: whose, section, preset, visit: (last?.visit ?? 0) + 1 })),
    };
  }, [who, whose, ask]);
  const done = () => {
    leave();
    onDone();
  };
  const signInAs = (token: string) =>
    begin(token, (person) => {
      // What waited for the PIN of whoever was here before is not for somebody else to give.
      if (person !== who?.person.id) pin.given(false);
    });
  const isOver = signedIn?.isOver === true;
  const theirs = sections.filter(({ id }) => manager?.may(sectionNeeds[id]) === true);
  const now = shown?.of === whose ? shown : { section: theirs[0]?.id ?? 'log', preset: {}, visit: 0 };
  const signIn = (
    <SignIn view={view} over={isOver ? (who?.person ?? null) : null} onBack={done} onSignedIn={signInAs} />
  );
  return (
    <>
      {signedIn === null ? signIn : <Cover isOver={isOver}>{signIn}</Cover>}
      {manager !== null && (
        <ManagerContext key={whose} value={manager}>
          <div hidden={isOver} inert={isOver}>
            <Frame
              {...{ sections: theirs, section: now.section, preset: now.preset, visit: now.visit }}
              until={signedIn?.until ?? 0}
              hasSession={view.session !== null}
              onLeave={done}
            />
          </div>
          {signedIn !== null && !isOver && (
            <PinAgain token={signedIn.token} what={pin.what} onGiven={pin.given} />
          )}
        </ManagerContext>
      )}
      <StillThere what="manage" onOver={done} />
    </>
  );
};

/** Denser than what patients read: tokens.css has the sizes. */
const useManagerSizes = (): void => {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.reader = 'manager';
    return () => {
      delete dataset.reader;
    };
  }, []);
};

/** Whoever asks for the PIN once more waits until it was given, or was not; two who want it for the same wait for one. */
const usePinAgain = () => {
  const [what, setWhat] = useState<Permission | null>(null);
  const waiting = useRef<((given: boolean) => void)[]>([]);
  return useMemo(
    () => ({
      what,
      wanted: (permission: Permission) =>
        new Promise<boolean>((resolve) => {
          waiting.current.push(resolve);
          setWhat((now) => now ?? permission);
        }),
      given: (given: boolean) => {
        const all = waiting.current;
        waiting.current = [];
        setWhat(null);
        for (const resolve of all) resolve(given);
      },
    }),
    [what],
  );
};
