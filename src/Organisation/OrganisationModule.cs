using Wuzha.Platform;

namespace Wuzha.Organisation;

/// <summary>组织: what units mean, who serves where, campaigns and their stages.</summary>
public sealed class OrganisationModule : Module;
