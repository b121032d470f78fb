/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { connect as en } from '../en/connect';

/** See the English words. */
export const connect: Record<keyof typeof en, string> = {
  'cluster.tabConnect': '接入',
  'connect.title': '该集群的接入情况',
  'connect.done': '{{all}} 个步骤中已完成 {{done}} 个。',
  'connect.allDone': '适用于该集群的各项均已接入。',
  'connect.recorded': '该集群是录制数据，无法接入。',
  'connect.refusedTitle': '更改后的配置未生效',
  'connect.refusedText': '该配置于 {{at}} 被拒绝，之前的配置继续生效。',
  'connect.step.api': 'Kubernetes API',
  'connect.step.rights': '读取者的权限',
  'connect.step.instances': '各 API 服务器（按各自地址）',
  'connect.step.etcd': 'etcd',
  'connect.step.loadBalancer': '负载均衡器',
  'connect.step.kubelets': 'kubelet',
  'connect.step.zones': '节点的可用区',
  'connect.state.connected': '已接入',
  'connect.state.partial': '部分接入',
  'connect.state.refused': '被拒绝',
  'connect.state.not-configured': '未配置',
  'connect.state.pending': '尚未采集',
  'connect.state.absent': '不属于该集群',
  'connect.next': '下一步',
  'connect.counts': '{{all}} 项中已读取 {{observed}} 项。',
  'connect.more': '另有 {{number}} 项',
  'connect.noZone': '没有标签 topology.kubernetes.io/zone',
  'connect.reveals_one': '{{count}} 项检查变为可见',
  'connect.reveals_other': '{{count}} 项检查变为可见',
  'connect.then': '届时 {{applicable}} 项检查中可见 {{known}} 项。',
  'connect.thenGrade': '若这些检查通过，等级为 {{grade}}。',
  'connect.thenGrades': '若这些检查通过，等级为 {{best}} 到 {{worst}}。',
  'connect.how': '如何完成',
  'connect.commands': '首先运行：',
  'connect.yaml':
    '然后用以下内容替换 app-config 中该集群的条目，无需重启即可生效。',
  'connect.manifest':
    '用 kubectl apply -f 应用以下清单。它只授予缺少的权限，不含任何写权限。',
  'connect.secrets':
    '${NAME} 形式的值是机密：请设置相应的环境变量，或填写现有配置中的值。',
  'connect.test': '立即测试',
  'connect.testing': '正在测试…',
  'connect.testedAll': '测试用时 {{duration}}：全部有应答。',
  'connect.testedSome': '测试用时 {{duration}}：{{all}} 项中 {{ok}} 项有应答。',
  'connect.testFailed': '无法进行测试：{{reason}}',
  'connect.testNext': '最迟 {{seconds}} 秒后的下一次采集会采用该结果。',
  'connect.copy': '复制',
  'connect.copied': '已复制',
  'connect.notCopied': '浏览器不允许复制。请选中文本后复制。',
  'connect.recipe.kubeconfig': '使用 kubeconfig',
  'connect.recipe.kubeadm': 'kubeadm',
  'connect.recipe.k3s': 'k3s',
  'connect.recipe.rke2': 'RKE2',
  'connect.recipe.openshift': 'OpenShift',
  'connect.recipe.managed': '由服务商运行',
  'connect.recipe.haproxy': 'HAProxy',
  'connect.recipe.kube-vip': 'kube-vip',
  'connect.recipe.provider': '由服务商运行',
  'connect.recipe.none': '没有负载均衡器',
  'connect.recipe.rbac': 'RBAC 清单',
  'connect.recipe.labels': '使用 kubectl',
};
