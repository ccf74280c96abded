using Wuzha.Platform;
using Wuzha.Platform.Facts;

namespace Wuzha.Organisation;

/// <summary>组织: what units mean, who serves where, campaigns and their stages.</summary>
public sealed class OrganisationModule : Module
{
    public override void Facts(FactCatalog facts) => CampaignFactKinds.Declare(facts);
}
