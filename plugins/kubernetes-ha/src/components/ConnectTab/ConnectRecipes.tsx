/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type {
  ConnectRecipe,
  ConnectStepId,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { CopyableText } from './CopyableText';
import styles from './ConnectTab.module.css';

/** Ways to do a step, the likeliest first: commands, then configuration to copy. */
export function ConnectRecipes(props: {
  step: ConnectStepId;
  recipes: readonly ConnectRecipe[];
}) {
  const { step, recipes } = props;
  const { t } = useWording();
  const [chosen, choose] = useState<string>(recipes[0].id);
  // The backend may name others now.
  const selected = recipes.some(({ id }) => id === chosen)
    ? chosen
    : recipes[0].id;
  if (recipes.length === 1) return <Recipe recipe={recipes[0]} />;
  return (
    <Tabs selectedKey={selected} onSelectionChange={key => choose(String(key))}>
      <TabList aria-label={t(`connect.step.${step}`)}>
        {recipes.map(({ id }) => (
          <Tab key={id} id={id}>
            {t(`connect.recipe.${id}`)}
          </Tab>
        ))}
      </TabList>
      {recipes.map(recipe => (
        <TabPanel key={recipe.id} id={recipe.id}>
          <Recipe recipe={recipe} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function Recipe(props: { recipe: ConnectRecipe }) {
  const { id, yaml, commands } = props.recipe;
  const { t } = useWording();
  return (
    <div className={styles.recipe}>
      {commands.length > 0 && (
        <CopyableText
          title={t('connect.commands')}
          text={commands.join('\n')}
        />
      )}
      {yaml && (
        <CopyableText
          title={t(id === 'rbac' ? 'connect.manifest' : 'connect.yaml')}
          text={yaml}
        />
      )}
      {yaml?.includes('${') && (
        <p className={styles.quiet}>{t('connect.secrets')}</p>
      )}
    </div>
  );
}
