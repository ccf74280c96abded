using System.Security.Cryptography;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Directives.Relays;
using Wuzha.Duties;
using Wuzha.Duties.Exports;
using Wuzha.Guard.Suggestions;
using Wuzha.Messaging;
using Wuzha.Messaging.Exports;
using Wuzha.Organisation;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Claims;
using Wuzha.Organisation.Groups;
using Wuzha.Organisation.Lecturers;
using Wuzha.Organisation.Resources;
using Wuzha.Organisation.Rosters;
using Wuzha.Plans;
using Wuzha.Plans.Implementation;
using Wuzha.Plans.Naming;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Links;
using Wuzha.Platform.Signatures;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;
using Wuzha.Support;

namespace Wuzha.Rules.Tests;

internal sealed partial class Plot
{
    private static int letters;
    private static int duties;
    private static readonly DateOnly From = new(2026, 3, 1);
    private static readonly DateOnly Until = new(2026, 9, 30);
    private static readonly DateTime Morning = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    /// <summary>Plants for a unit: what it has itself, and its part in the township's campaign.</summary>
    /// <param name="campaign">The township's campaign.</param>
    /// <param name="hash">Of a file that the store holds.</param>
    public static Plot Plant(Db db, Unit unit, Member member, Guid campaign, string hash)
    {
        var plot = new Plot();
        plot.ids["unit"] = $"{unit.Id}";
        plot.ids["person"] = $"{member.Person.Id}";
        plot.ids["appointment"] = $"{member.Appointment.Id}";
        plot.ids["account"] = $"{member.Account!.Id}";
        plot.ids["campaign"] = $"{campaign}";
        plot.ids["own-campaign"] = $"{PlantCampaign(db, unit)}";
        plot.PlantGroups(db, unit, member, campaign);
        plot.PlantRoster(db, unit, member, campaign);
        plot.PlantClaim(db, unit, member, campaign);
        PlantImplementationPlan(db, unit, campaign);
        plot.PlantDuty(db, unit, member, campaign);
        plot.PlantMessages(db, unit, member, campaign);
        plot.PlantSuggestion(db, unit, member);
        plot.PlantDirective(db, unit, member);
        plot.PlantCalendar(db, unit);
        plot.PlantFile(db, unit, member, hash);
        plot.PlantPlan(db, unit, member, hash);
        plot.PlantTrouble(db, unit);
        return plot;
    }

    public static Guid PlantCampaign(Db db, Unit issuer)
    {
        var campaign = new Campaign
        {
            TenantId = issuer.TenantId,
            Id = Guid.CreateVersion7(),
            IssuingUnitId = issuer.Id,
            Name = "无诈行动",
            FromOn = From,
            UntilOn = Until,
        };
        campaign.Start(Guid.CreateVersion7(), Morning);
        campaign.AskRosters(Until, From);
        db.Add(campaign);
        return campaign.Id;
    }

    private void PlantSuggestion(Db db, Unit unit, Member member)
    {
        var suggestion = new Suggestion
        {
            TenantId = unit.TenantId,
            Id = Keep("suggestion"),
            IsComplaint = false,
            ToUnitId = unit.Id,
            WriterId = member.Person.Id,
            FromUnitId = unit.Id,
            TextSealed = member.Person.NameSealed,
            FiledOn = From,
        };
        suggestion.Open(From, unit.ParentId ?? unit.Id, WorkingCalendar.National);
        db.Add(suggestion);
    }

    private void PlantGroups(Db db, Unit unit, Member member, Guid campaign)
    {
        var stage = new Stage
        {
            TenantId = unit.TenantId,
            Id = Keep("stage"),
            CampaignId = campaign,
            Kind = StageKind.Summary,
            Name = "总结阶段",
            FromOn = Until,
            UntilOn = Until,
        };
        var body = new CampaignBody
        {
            TenantId = unit.TenantId,
            Id = Keep("body"),
            CampaignId = campaign,
            Kind = BodyKind.UnitGroup,
            Name = "工作组",
            UnitId = unit.Id,
            Position = 1,
        };
        var seat = new CampaignSeat
        {
            TenantId = unit.TenantId,
            Id = Keep("seat"),
            CampaignId = campaign,
            BodyId = body.Id,
            Kind = SeatKind.Head,
            PersonId = member.Person.Id,
            FromOn = From,
            Position = 1,
        };
        db.AddRange(stage, body, seat);
    }

    private void PlantRoster(Db db, Unit unit, Member member, Guid campaign)
    {
        var roster = new Roster
        {
            TenantId = unit.TenantId,
            CampaignId = campaign,
            UnitId = unit.Id,
        };
        roster.Ask(Guid.CreateVersion7());
        var entry = new RosterEntry
        {
            TenantId = unit.TenantId,
            Id = Keep("entry"),
            CampaignId = campaign,
            UnitId = unit.Id,
            Role = Roles.Liaison.Key,
            PersonId = member.Person.Id,
            Post = "联络员",
            Position = 1,
        };
        var training = new LecturerTraining
        {
            TenantId = unit.TenantId,
            Id = Keep("training"),
            CampaignId = campaign,
            TrainerUnitId = unit.Id,
            HeldOn = From,
            Place = "会议室",
            Topic = "识骗防骗",
            HeldFactId = Guid.CreateVersion7(),
        };
        var resource = new CampaignResource
        {
            TenantId = unit.TenantId,
            Id = Keep("resource"),
            CampaignId = campaign,
            UnitId = unit.Id,
            Kind = ResourceKinds.Printed.Key,
            Name = "宣传单",
            Amount = 500,
            RecordedOn = From,
            FactId = Guid.CreateVersion7(),
        };
        db.AddRange(roster, entry, training, resource);
    }

    private void PlantClaim(Db db, Unit unit, Member member, Guid campaign)
    {
        var text = new SignedText
        {
            TenantId = unit.TenantId,
            Hash = SignedText.HashOf($"责任书{unit.Id}"),
            Text = $"责任书{unit.Id}",
            KeptAt = Morning,
        };
        var signature = new Signature
        {
            TenantId = unit.TenantId,
            Id = Guid.CreateVersion7(),
            TextHash = text.Hash,
            PersonId = member.Person.Id,
            DrawingSealed = null,
            NameSealed = member.Person.NameSealed,
            SignedAt = Morning,
            DeviceAt = null,
        };
        var letter = new ResponsibilityLetter
        {
            TenantId = unit.TenantId,
            Id = Guid.CreateVersion7(),
            CampaignId = campaign,
            Role = Roles.Liaison.Key,
            Number = Interlocked.Increment(ref letters),
            TextHash = text.Hash,
            WrittenAt = Morning,
            WrittenBy = member.Person.Id,
        };
        var claim = new ResponsibilityClaim
        {
            TenantId = unit.TenantId,
            Id = Keep("claim"),
            CampaignId = campaign,
            LetterId = letter.Id,
            UnitId = unit.Id,
            PersonId = member.Person.Id,
            Role = Roles.Liaison.Key,
            SignatureId = signature.Id,
            SignedAt = Morning,
            FactId = Guid.CreateVersion7(),
        };
        db.AddRange(text, signature, letter, claim);
    }

    private static void PlantImplementationPlan(Db db, Unit unit, Guid campaign)
    {
        var plan = new ImplementationPlan
        {
            TenantId = unit.TenantId,
            Id = Guid.CreateVersion7(),
            CampaignId = campaign,
            UnitId = unit.Id,
            OfficeUnitId = unit.Id,
        };
        plan.Ask(Until, isNew: true);
        db.Add(plan);
    }

    /// <summary>A duty of the unit in the township's campaign, which it issued to itself so that nobody else has part in it.</summary>
    private void PlantDuty(Db db, Unit unit, Member member, Guid campaign)
    {
        var timing = Timing.Once(From, Until);
        var duty = new Duty
        {
            TenantId = unit.TenantId,
            Id = Keep("duty"),
            CampaignId = campaign,
            IssuingUnitId = unit.Id,
            Number = Interlocked.Increment(ref duties),
            Title = "入户走访",
            Source = "各村入户走访。",
            Kind = "visit",
            TimingKind = timing.Kind,
            TimingFromOn = timing.FromOn,
            TimingUntilOn = timing.UntilOn,
            Times = timing.Times,
            NeedCount = 1,
            NeedBasis = NeedBasis.None,
            NeedPer = 1,
            NeedIsPercent = false,
            IsPriority = false,
            AudienceWords = "",
            ChannelWords = "",
            EvidenceWords = "",
            FromOn = From,
            OpenedFactId = Guid.CreateVersion7(),
        };
        var binding = new DutyBinding
        {
            TenantId = unit.TenantId,
            DutyId = duty.Id,
            FromOn = From,
            MeasureKey = DutyMeasures.Work.Key,
            FactId = duty.OpenedFactId,
        };
        var id = Keep("assignment");
        var assignment = new DutyAssignment
        {
            TenantId = unit.TenantId,
            Id = id,
            DutyId = duty.Id,
            CampaignId = campaign,
            UnitId = unit.Id,
            NodeId = id,
            Needed = 1,
            FromOn = From,
            CountsFromOn = From,
            FactId = Guid.CreateVersion7(),
        };
        db.AddRange(duty, binding, assignment);
        PlantDutyWork(db, unit, member, id);
    }

    private void PlantDutyWork(Db db, Unit unit, Member member, Guid assignment)
    {
        var record = new WorkRecord
        {
            TenantId = unit.TenantId,
            Id = Keep("work-record"),
            AssignmentId = assignment,
            OnDay = From,
            Amount = 1,
            Place = "村委会",
            Remark = "",
            RecordedBy = member.Person.Id,
            RecordedAt = Morning,
            FactId = Guid.CreateVersion7(),
        };
        var waiver = new Waiver
        {
            TenantId = unit.TenantId,
            Id = Keep("waiver"),
            AssignmentId = assignment,
            Reason = "没有住户",
            GivenBy = member.Person.Id,
            GivenAt = Morning,
            FactId = Guid.CreateVersion7(),
        };
        var returned = new DutyReturn
        {
            TenantId = unit.TenantId,
            Id = Keep("duty-return"),
            AssignmentId = assignment,
            Reason = "不归本村管",
            ReturnedBy = member.Person.Id,
            ReturnedAt = Morning,
            FactId = Guid.CreateVersion7(),
        };
        db.AddRange(record, waiver, returned);
    }

    /// <summary>A directive that the unit issued to itself, so that nobody else has part in it.</summary>
    private void PlantDirective(Db db, Unit unit, Member member)
    {
        var id = Keep("directive");
        var directive = new Directive
        {
            TenantId = unit.TenantId,
            Id = id,
            UnitId = unit.Id,
            Trail = Directive.TrailUnder(null, id),
            WrittenAt = Morning,
            WrittenBy = member.Person.Id,
        };
        directive.Write(
            new DirectiveTyped(DirectiveKind.Directive, "宣传周安排", "请做好宣传周的准备工作。", Guid.Empty, "two-days", Roles.Liaison.Key, 10)
        );
        directive.Issue(Morning, WorkingCalendar.National, (1, 1));
        var receipt = new Receipt
        {
            TenantId = unit.TenantId,
            DirectiveId = directive.Id,
            UnitId = unit.Id,
        };
        var selection = new AddressBook
        {
            TenantId = unit.TenantId,
            Id = Keep("selection"),
            UnitId = unit.Id,
            Name = "各网格",
        };
        db.AddRange(directive, receipt, selection);
        PlantRelay(db, unit, id);
    }

    private void PlantRelay(Db db, Unit unit, Guid directive)
    {
        var group = new Group
        {
            TenantId = unit.TenantId,
            Id = Keep("group"),
            UnitId = unit.Id,
            Name = "宣传群",
        };
        var relay = new Relay
        {
            TenantId = unit.TenantId,
            Id = Keep("relay"),
            DirectiveId = directive,
            GroupId = group.Id,
            UnitId = unit.Id,
        };
        db.AddRange(group, relay);
    }

    private void PlantMessages(Db db, Unit unit, Member member, Guid campaign)
    {
        var message = new Message
        {
            TenantId = unit.TenantId,
            Id = Keep("message"),
            RecipientId = member.Person.Id,
            Key = $"planted-{unit.Id}",
            UnitId = unit.Id,
            SubjectKind = "planted",
            SubjectId = campaign,
            SubjectUnitId = unit.Id,
            Template = RemindTexts.Before,
            Details = "{}",
            Urgency = default,
            CampaignId = campaign,
            FactId = Guid.CreateVersion7(),
            WantedAt = Morning,
            NotBeforeAt = Morning,
        };
        var escalation = new Escalation
        {
            TenantId = unit.TenantId,
            Id = Keep("escalation"),
            SubjectKind = "planted",
            SubjectId = campaign,
            UnitId = unit.Id,
            CampaignId = campaign,
        };
        escalation.HearUnsettled(
            new MatterUnsettled(escalation.About, Morning.AddDays(60), unit.Id),
            (Morning, Guid.CreateVersion7()),
            [],
            WorkingCalendar.National
        );
        db.AddRange(message, escalation);
    }

    /// <summary>A job that has stopped and a fact that was parked: the tenant's, not a unit's.</summary>
    private void PlantTrouble(Db db, Unit unit)
    {
        var job = new Job
        {
            TenantId = unit.TenantId,
            Id = Keep("job"),
            Kind = "planted",
            Payload = "{}",
            EnqueuedAt = Morning,
            DueAt = Morning,
            StoppedAt = Morning,
            Error = "没有网络",
        };
        var parked = new ParkedFact
        {
            TenantId = unit.TenantId,
            Listener = Words["listener"],
            FactId = Keep("parked"),
            Attempts = 5,
            Error = "没有网络",
            FailedAt = Morning,
            NextTryAt = Morning,
            ParkedAt = Morning,
        };
        db.AddRange(job, parked);
    }

    private void PlantCalendar(Db db, Unit unit)
    {
        var season = new SchoolSeason
        {
            TenantId = unit.TenantId,
            Id = Keep("season"),
            UnitId = unit.Id,
            Name = "2026年春季学期",
            IsTerm = true,
            FromOn = From,
            UntilOn = Until,
        };
        var market = new Market
        {
            TenantId = unit.TenantId,
            Id = Keep("market"),
            UnitId = unit.Id,
            Name = "大集",
            Rule = default,
            Numbers = "1,6",
        };
        db.AddRange(season, market);
    }

    private void PlantFile(Db db, Unit unit, Member member, string hash)
    {
        var file = new StoredFile
        {
            TenantId = unit.TenantId,
            Id = Keep("file"),
            Hash = hash,
            Size = 4,
            Type = "pdf",
            Name = "方案.pdf",
            UnitId = unit.Id,
            OwnerId = member.Person.Id,
            AccessAct = OrganisationActs.ReadUnits.Key,
            UploadedAt = Morning,
        };
        db.Add(
            new DirectiveFile
            {
                TenantId = unit.TenantId,
                DirectiveId = Guid.Parse(ids["directive"]),
                FileId = file.Id,
            }
        );
        var link = new PublicLink
        {
            TenantId = unit.TenantId,
            Id = Keep("link"),
            TokenHash = SHA256.HashData(unit.Id.ToByteArray()),
            Kind = "planted",
            TargetId = unit.Id,
            UnitId = unit.Id,
            MadeBy = member.Person.Id,
            MadeAt = Morning,
        };
        db.AddRange(file, link);
    }

    private void PlantPlan(Db db, Unit unit, Member member, string hash)
    {
        var file = new StoredFile
        {
            TenantId = unit.TenantId,
            Id = Keep("plan-file"),
            Hash = hash,
            Size = 4,
            Type = "pdf",
            Name = "几份方案.pdf",
            UnitId = unit.Id,
            OwnerId = member.Person.Id,
            AccessAct = PlansActs.ReadPlans.Key,
            UploadedAt = Morning,
            ExpiresAt = Morning.AddYears(1),
        };
        var plan = new PlanDocument
        {
            TenantId = unit.TenantId,
            Id = Keep("plan"),
            UnitId = unit.Id,
            Purpose = PlanPurpose.Campaign,
            FileId = file.Id,
            OriginalHash = null,
            Length = PlanWords.Length,
            Warnings = PlanWarnings.None,
            ReadAt = Morning,
            ReadBy = member.Person.Id,
        };
        var text = new PlanText
        {
            TenantId = unit.TenantId,
            PlanId = plan.Id,
            Text = PlanWords,
        };
        var stage = new PlanStage
        {
            TenantId = unit.TenantId,
            Id = Keep("plan-stage"),
            PlanId = plan.Id,
            Position = 0,
            Name = "集中宣传",
        };
        var indicator = new PlanIndicator
        {
            TenantId = unit.TenantId,
            Id = Keep("plan-indicator"),
            PlanId = plan.Id,
            Position = 0,
            Name = "发案数",
            Rises = false,
        };
        var role = new PlanRole
        {
            TenantId = unit.TenantId,
            Id = Keep("plan-role"),
            PlanId = plan.Id,
            Position = 0,
            Role = "组长",
        };
        var annex = new PlanAnnex
        {
            TenantId = unit.TenantId,
            Id = Keep("plan-annex"),
            PlanId = plan.Id,
            Position = 0,
            Name = "任务清单",
            IsAbsent = true,
        };
        var proposal = new Proposal
        {
            TenantId = unit.TenantId,
            Id = Keep("plan-proposal"),
            PlanId = plan.Id,
            Position = 0,
            Start = 0,
            End = 9,
            Title = "每月走访",
            Kind = "visit",
            Rule = "V1",
        };
        var alias = new UnitAlias
        {
            TenantId = unit.TenantId,
            Id = Keep("plan-alias"),
            UnitId = unit.Id,
            Written = "相关部门",
            Key = "相关部门",
        };
        alias.Decide(AliasTarget.Nobody, [], (member.Person.Id, Morning, Guid.CreateVersion7()));
        db.AddRange(file, plan, text, stage, indicator, role, annex, proposal, alias);
    }

    private const string PlanWords = "各村每月走访一次。各单位要高度重视。";

    private Guid Keep(string kind)
    {
        var id = Guid.CreateVersion7();
        ids[kind] = $"{id}";
        return id;
    }
}
