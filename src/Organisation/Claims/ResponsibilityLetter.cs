using Wuzha.Platform.Identity;

namespace Wuzha.Organisation.Claims;

/// <summary>责任书: one version of the text that the holders of one role sign. A signed version is never changed; a correction is a new version.</summary>
internal sealed class ResponsibilityLetter
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }

    /// <summary>Key of the role, one of <see cref="Rosters.Roster.Asked"/>.</summary>
    public required string Role { get; init; }

    /// <summary>Version, from 1 for each role.</summary>
    public required int Number { get; init; }

    /// <summary>The words themselves stand in <see cref="Platform.Signatures.SignedText"/>.</summary>
    public required string TextHash { get; init; }
    public required DateTime WrittenAt { get; init; }
    public required Guid WrittenBy { get; init; }

    /// <summary>What the office starts from.</summary>
    public static string Default(string role, string campaign) =>
        role == Roles.FirstResponsible.Key
            ? $"""
                为落实{campaign}各项任务，本人作为本村（单位）防范电信网络诈骗犯罪工作第一责任人，认领以下责任：
                一、对本村（单位）防范工作负总责，亲自部署、亲自过问、亲自督办。
                二、明确具体责任人、联络员、宣讲员，并保障必要的人员、经费和时间。
                三、督促工作群建立和信息推送，做到指令及时签收、及时落实。
                四、如实掌握本村（单位）发案和宣传覆盖情况，不弄虚作假，不搞形式主义。
                """
            : $"""
                为落实{campaign}各项任务，本人作为本村（单位）{Roles.Of(role).Name}，认领以下责任：
                一、按照职责分工抓好防范电信网络诈骗犯罪宣传各项任务的落实。
                二、对领导小组办公室和指挥部的指令及时签收、及时办理、及时反馈。
                三、如实记录工作，不虚报、不漏报，保护群众个人信息。
                """;
}

/// <summary>认领责任: one responsible person's signature under one version of the letter.</summary>
internal sealed class ResponsibilityClaim
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid LetterId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Role { get; init; }

    public required Guid SignatureId { get; init; }
    public required DateTime SignedAt { get; init; }
    public required Guid FactId { get; init; }
    public DateTime? WithdrawnAt { get; private set; }
    public int Version { get; private set; }

    public void Withdraw(DateTime at)
    {
        WithdrawnAt = at;
        Version++;
    }
}
