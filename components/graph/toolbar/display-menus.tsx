'use client';

import {
  MenuCheckItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '#components/ui/menu.tsx';
import { ChoiceText, ToolbarMenu } from '#components/ui/toolbar-menu.tsx';
import { graphTypes, serviceNodeModes } from '#lib/contract/graph-query.ts';
import { edgeLabelIds, edgeLabels } from '../edge-labels.ts';
import { boxKinds, type ChangeGraphState, type GraphState, showIds } from '../graph-state.ts';
import { boxWords, graphTypeWords, serviceNodeWords, showWords, toolbarWords } from '../words.ts';

type DisplayMenuProps = { state: GraphState; change: ChangeGraphState };

const tall = 'h-auto! py-1';

/** What one node stands for. */
export function TypeMenu({ state, change }: DisplayMenuProps) {
  return (
    <ToolbarMenu ariaLabel={toolbarWords.type} value={graphTypeWords[state.type].title}>
      <MenuRadioGroup
        value={state.type}
        onValueChange={(value) => pick(graphTypes, value, (type) => change({ type }))}
      >
        {graphTypes.map((type) => (
          <MenuRadioItem key={type} value={type} className={tall}>
            <ChoiceText {...graphTypeWords[type]} />
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </ToolbarMenu>
  );
}

/** Which boxes are drawn round nodes. */
export function BoxesMenu({ state, change }: DisplayMenuProps) {
  const value = state.boxes.map((kind) => boxWords[kind]).join(', ');
  return (
    <ToolbarMenu label={toolbarWords.boxes} value={value === '' ? toolbarWords.none : value}>
      {boxKinds.map((kind) => (
        <MenuCheckItem
          key={kind}
          checked={state.boxes.includes(kind)}
          onCheckedChange={(isOn) => change({ boxes: toggled(boxKinds, state.boxes, { word: kind, isOn }) })}
        >
          {boxWords[kind]}
        </MenuCheckItem>
      ))}
    </ToolbarMenu>
  );
}

/** What is written on edges; some ask the server for more. */
export function LabelsMenu({ state, change }: DisplayMenuProps) {
  const value = state.labels
    .map((id) => edgeLabels[id].title.toLowerCase().replace('mtls', 'mTLS'))
    .join(', ');
  return (
    <ToolbarMenu label={toolbarWords.labels} value={value === '' ? toolbarWords.none : value}>
      {edgeLabelIds.map((id) => (
        <MenuCheckItem
          key={id}
          className={tall}
          checked={state.labels.includes(id)}
          onCheckedChange={(isOn) =>
            change({ labels: toggled(edgeLabelIds, state.labels, { word: id, isOn }) })
          }
        >
          <ChoiceText title={edgeLabels[id].title} description={edgeLabels[id].description} />
        </MenuCheckItem>
      ))}
    </ToolbarMenu>
  );
}

/** Which nodes are drawn, and their marks. */
export function ShowMenu({ state, change }: DisplayMenuProps) {
  const words = [serviceNodeWords[state.services].short, ...state.show.map((id) => showWords[id].short)];
  return (
    <ToolbarMenu label={toolbarWords.show} value={words.filter((word) => word !== '').join(', ')}>
      <MenuLabel>Services</MenuLabel>
      <MenuRadioGroup
        value={state.services}
        onValueChange={(value) => pick(serviceNodeModes, value, (services) => change({ services }))}
      >
        {serviceNodeModes.map((mode) => (
          <MenuRadioItem key={mode} value={mode} onSelect={(event) => event.preventDefault()}>
            {serviceNodeWords[mode].title}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      {showIds.map((id) => (
        <MenuCheckItem
          key={id}
          checked={state.show.includes(id)}
          onCheckedChange={(isOn) => change({ show: toggled(showIds, state.show, { word: id, isOn }) })}
        >
          {showWords[id].title}
        </MenuCheckItem>
      ))}
    </ToolbarMenu>
  );
}

/** The list with a word added or taken away, in the order of all words. */
function toggled<Word extends string>(
  words: readonly Word[],
  chosen: readonly Word[],
  { word, isOn }: { word: Word; isOn: boolean },
): Word[] {
  return words.filter((candidate) => (candidate === word ? isOn : chosen.includes(candidate)));
}

/** Hands on a value that is one of the words; menus answer any text. */
export function pick<Word extends string>(
  words: readonly Word[],
  value: string,
  onPick: (word: Word) => void,
): void {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) onPick(word);
}
