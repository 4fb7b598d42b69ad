import { useState } from 'react';
import type { DeviceView } from '../../../core/view.ts';
import { useNextCode } from '../../device/next-code.ts';
import { closeCard, type Opened, openCard } from './card-calls.ts';
import { CardScreen, type Typed } from './card-screen.tsx';
import { type NotOpen, Who } from './who.tsx';

interface MyCardProps {
  view: DeviceView;
  /** They go; `name` is whom to thank for it. */
  onDone: (name?: string) => void;
}

/** What somebody typed that is not saved, kept for them and nobody else while they hold their badge again. */
interface Left {
  person: string;
  typed: Typed;
}

/** A team member’s own card, after their badge or PIN. Another badge opens another card. */
export const MyCard = ({ view, onDone }: MyCardProps) => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [left, setLeft] = useState<Left | null>(null);
  const [why, setWhy] = useState<NotOpen | null>(null);
  const open = (now: Opened) => {
    setWhy(null);
    setLeft((before) => (before?.person === now.card.card.id ? before : null));
    setOpened(now);
  };
  // A badge that nobody has changes nothing for whoever is at their card.
  useNextCode(opened !== null, async (code) => {
    const other = await openCard({ way: 'badge', code });
    if ('token' in other) open(other);
  });
  if (opened === null)
    return (
      <Who
        {...{ view, why }}
        hasTyped={left !== null && Object.keys(left.typed).length > 0}
        onOpened={open}
        onNotOpened={setWhy}
        onBack={() => onDone()}
      />
    );
  const person = opened.card.card.id;
  return (
    <CardScreen
      key={opened.token}
      opened={opened}
      typed={left?.typed ?? {}}
      onTyped={(typed) => setLeft({ person, typed })}
      onClosed={() => {
        setWhy({ problem: 'closed', wait: 0 });
        setOpened(null);
      }}
      onDone={(name) => {
        void closeCard(opened.token);
        onDone(name);
      }}
    />
  );
};
