/** The causes of this system's reasons in French. */
export const CAUSES_FR: Readonly<Record<string, string>> = {
  CapiClusterReady: 'Le cluster est créé et disponible.',
  CapiClusterPaused: 'Cluster API ne touche volontairement pas au cluster.',
  CapiClusterProvisioning:
    'Le cluster est en cours de création ou de démontage.',
  CapiClusterNotReady:
    'Le cluster est créé, et une de ses parties ne fonctionne pas.',
  CapiClusterFailed: 'Le cluster ne peut pas être créé.',
  CapiClusterStateUnknown: 'Le cluster n’annonce aucun état connu.',
  KubeadmControlPlaneAvailable: 'Toutes les machines voulues sont disponibles.',
  KubeadmControlPlanePaused:
    'Cluster API ne touche volontairement pas aux machines.',
  KubeadmControlPlaneScaling:
    'Des machines sont ajoutées, retirées ou remplacées.',
  KubeadmControlPlaneMachinesMissing:
    'Moins de machines sont disponibles que voulu.',
  KubeadmControlPlaneNotReady:
    'Les machines sont disponibles, mais autre chose ne va pas.',
  KubeadmControlPlaneStateUnknown: 'Le nombre de machines n’est pas donné.',
  MachineDeploymentAvailable: 'Toutes les machines voulues sont disponibles.',
  MachineDeploymentPaused:
    'Cluster API ne touche volontairement pas aux machines.',
  MachineDeploymentScaling:
    'Des machines sont ajoutées, retirées ou remplacées.',
  MachineDeploymentMachinesMissing:
    'Moins de machines sont disponibles que voulu.',
  MachineDeploymentNotReady:
    'Les machines sont disponibles, mais autre chose ne va pas.',
  MachineDeploymentStateUnknown: 'Le nombre de machines n’est pas donné.',
  MachineSetAvailable: 'Toutes les machines voulues sont disponibles.',
  MachineSetPaused: 'Cluster API ne touche volontairement pas aux machines.',
  MachineSetScaling: 'Des machines sont ajoutées, retirées ou remplacées.',
  MachineSetMachinesMissing: 'Moins de machines sont disponibles que voulu.',
  MachineSetNotReady:
    'Les machines sont disponibles, mais autre chose ne va pas.',
  MachineSetStateUnknown: 'Le nombre de machines n’est pas donné.',
  CapiMachineRunning: 'La machine tourne et son nœud fonctionne.',
  CapiMachinePaused: 'Cluster API ne touche volontairement pas à la machine.',
  CapiMachineProvisioning:
    'La machine est en cours de création, de changement ou de démontage.',
  CapiMachineNotReady:
    'La machine tourne, mais son nœud ou une de ses parties ne fonctionne pas.',
  CapiMachineFailed:
    'La machine ne peut pas être créée, et il n’y aura pas d’autre essai.',
  CapiMachineStateUnknown: 'La machine n’annonce aucun état connu.',
  MachineHealthCheckPassed: 'Toutes les machines surveillées sont saines.',
  MachineHealthCheckPaused: 'Volontairement, aucune machine n’est remplacée.',
  MachineHealthCheckHeldBack:
    'Trop de machines sont en mauvais état : aucune n’est remplacée.',
  MachineHealthCheckReplaces:
    'Des machines sont en mauvais état et sont remplacées.',
  MachineHealthCheckSelectsNothing: 'Aucune machine n’est surveillée.',
};
