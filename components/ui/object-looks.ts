import {
  ArrowLeftRight,
  Boxes,
  Cable,
  Diamond,
  DoorClosed,
  DoorOpen,
  FileCog,
  GitBranch,
  Globe,
  Hexagon,
  KeyRound,
  Lock,
  type LucideIcon,
  Radar,
  Route,
  ShieldCheck,
  SlidersHorizontal,
  Split,
  UserCheck,
} from 'lucide-react';

/** The icon of each kind of configuration object; kinds without one of their own share one. */
const icons: Readonly<Record<string, LucideIcon>> = {
  VirtualService: Route,
  DestinationRule: Split,
  Gateway: DoorOpen,
  IstioGateway: DoorOpen,
  Ingress: DoorOpen,
  GatewayClass: DoorClosed,
  Service: Diamond,
  Secret: Lock,
  ServiceEntry: Globe,
  WorkloadEntry: Boxes,
  WorkloadGroup: Boxes,
  Sidecar: Cable,
  EnvoyFilter: SlidersHorizontal,
  WasmPlugin: SlidersHorizontal,
  TrafficExtension: SlidersHorizontal,
  ProxyConfig: Hexagon,
  PeerAuthentication: KeyRound,
  AuthorizationPolicy: ShieldCheck,
  RequestAuthentication: UserCheck,
  Telemetry: Radar,
  HTTPRoute: GitBranch,
  GRPCRoute: GitBranch,
  TCPRoute: ArrowLeftRight,
  TLSRoute: ArrowLeftRight,
};

export function objectIcon(kind: string): LucideIcon {
  return icons[kind] ?? FileCog;
}
