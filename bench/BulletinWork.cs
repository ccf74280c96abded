using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives;
using Wuzha.Directives.Issuing;
using Wuzha.Duties;
using Wuzha.Duties.Exports;
using Wuzha.Guard;
using Wuzha.Messaging;
using Wuzha.Organisation;
using Wuzha.Organisation.Exports;
using Wuzha.Plans;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Tenants;
using Wuzha.Platform.Units;
using Wuzha.Reports;
using Wuzha.Reports.Bulletins;

namespace Wuzha.Bench;

/// <summary>
/// The monthly bulletin of a county: 25 townships, 500 villages, 24 duties of each with a month of work, 20 directives to all of them; figures and .docx
/// together. Then the same with ten times the facts.
/// </summary>
internal static class BulletinWork
{
    private const double Limit = 1000;
    private const string Month = "2026-03";
    private const int Townships = 25;
    private const int VillagesEach = 20;

    public static async Task Run()
    {
        if (Places.Server is not null)
            await Measure("P13 postgres", await Places.Postgres("bulletin"));
        await Measure("P13 sqlite", Places.Sqlite("bulletin-sqlite"));
    }

    private static async Task Measure(string name, WuzhaOptions options)
    {
        await using var county = await County.On(options);
        await county.WorkFor(1);
        var once = await Median(county);
        Ratio.Limit(name, Say(once), "1000ms", once <= Limit);
        await county.WorkFor(9);
        var tenfold = await Median(county);
        var growth = (tenfold / once).ToString("0.00", CultureInfo.InvariantCulture);
        Ratio.Limit($"{name} x10 facts", $"{Say(tenfold)},{growth}x", "1.30x", tenfold <= 1.3 * once);
    }

    private static string Say(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture) + "ms";

    private static async Task<double> Median(County county)
    {
        var taken = new List<double>();
        for (var i = 0; i < 13; i++)
        {
            var watch = Stopwatch.StartNew();
            var bytes = await county.Bulletin();
            // The first ones compile.
            if (i >= 2)
                taken.Add(watch.Elapsed.TotalMilliseconds);
            if (bytes < 5000)
                throw new InvalidOperationException("The bulletin is empty.");
        }
        taken.Sort();
        return taken[taken.Count / 2];
    }

    private sealed class Noon : TimeProvider
    {
        public DateTime Now { get; set; } = new(2026, 2, 27, 4, 0, 0, DateTimeKind.Utc);

        public override DateTimeOffset GetUtcNow() => new(Now);
    }

    private sealed class County : IAsyncDisposable
    {
        private const string Tenant = "bench";
        private static readonly DateOnly From = new(2026, 3, 1);
        private static readonly DateOnly Until = new(2026, 12, 31);

        private readonly ServiceProvider services;
        private readonly Noon clock = new();
        private readonly Guid campaign = Guid.CreateVersion7();
        private readonly List<Unit> villages = [];
        private Viewer clerk = null!;
        private List<(Guid Node, Guid Unit)> assignments = [];

        private County(WuzhaOptions options) =>
            services = new ServiceCollection()
                .AddLogging()
                .AddSingleton<TimeProvider>(clock)
                .AddStorage(
                    options,
                    new ModuleList([
                        new BenchModule(),
                        new PlatformModule(),
                        new OrganisationModule(),
                        new GuardModule(),
                        new MessagingModule(),
                        new DirectivesModule(),
                        new DutiesModule(),
                        new PlansModule(),
                        new ReportsModule(),
                    ])
                )
                .BuildServiceProvider();

        public static async Task<County> On(WuzhaOptions options)
        {
            var county = new County(options);
            await county.Plant();
            await county.services.GetRequiredService<WriteQueue>().StartAsync(CancellationToken.None);
            await county.OpenDuties();
            await county.IssueDirectives();
            county.clock.Now = new DateTime(2026, 4, 3, 4, 0, 0, DateTimeKind.Utc);
            return county;
        }

        /// <summary>Figures and .docx as a request makes them.</summary>
        public async Task<int> Bulletin()
        {
            await using var scope = Scope(out var db);
            var read = await BulletinHere.Read(clerk.UnitId, Month, db, clerk, clock);
            return BulletinPaper.Of(await ShowBulletin.View(read.Value!, db), read.Value!.Today).ToBytes().Length;
        }

        /// <summary>So many more records for each duty of each village on four days of the month: more facts, as many tallies.</summary>
        public async Task WorkFor(int times)
        {
            var queue = services.GetRequiredService<WriteQueue>();
            foreach (var day in Enumerable.Range(0, 4 * times).Select(time => 7 * (time % 4)))
            {
                foreach (var some in assignments.Chunk(500))
                    await queue.Append([.. some.Select((to, at) => Work(to, From.AddDays(day + at % 6)))]);
                await queue.Append([.. villages.Select((village, at) => Visit(village.Id, From.AddDays(day + at % 6)))]);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await services.GetRequiredService<WriteQueue>().StopAsync(CancellationToken.None);
            await services.DisposeAsync();
        }

        private AsyncServiceScope Scope(out Db db)
        {
            var scope = services.CreateAsyncScope();
            db = scope.ServiceProvider.GetRequiredService<Db>();
            db.ActFor(Tenant);
            return scope;
        }

        private async Task Plant()
        {
            await using var scope = Scope(out var db);
            await Schema.CreateFromModel(db);
            db.Tenants.Add(
                new Tenant
                {
                    Id = Tenant,
                    Name = "试验县",
                    TimeZone = "Asia/Shanghai",
                    PublicAddress = "http://localhost",
                    Organiser = "试验县反诈工作领导小组办公室",
                }
            );
            var since = new DateOnly(2026, 1, 1);
            var county = UnitTree.Add(db, Tenant, null, Guid.CreateVersion7(), UnitKinds.County.Key, "试验县", "0", since);
            for (var town = 0; town < Townships; town++)
            {
                var township = UnitTree.Add(db, Tenant, county, Guid.CreateVersion7(), UnitKinds.Township.Key, $"{town}镇", $"10{town:000}", since);
                for (var place = 0; place < VillagesEach; place++)
                    villages.Add(
                        UnitTree.Add(db, Tenant, township, Guid.CreateVersion7(), UnitKinds.Village.Key, $"{place}村", $"20{place:000}", since)
                    );
            }
            await db.SaveChangesAsync();
            var acts = new[] { ReportsActs.ReadBulletins, DutiesActs.ReadDuties, OrganisationActs.ReadCampaigns };
            clerk = new Viewer
            {
                TenantId = Tenant,
                AccountId = Guid.CreateVersion7(),
                PersonId = Guid.CreateVersion7(),
                AppointmentId = Guid.CreateVersion7(),
                UnitId = county.Id,
                UnitName = county.Name,
                Scope = county.Scope,
                Role = Roles.OfficeClerk.Key,
                RoleName = Roles.OfficeClerk.Name,
                PersonName = "甄一明",
                Acts = acts.Select(act => act.Key).ToHashSet(),
            };
        }

        /// <summary>Twenty-four duties of every village: by week, by month, once; every sixth is counted by a measure of the village itself.</summary>
        private async Task OpenDuties()
        {
            var catalog = services.GetRequiredService<FactCatalog>();
            await using (var scope = Scope(out var db))
            {
                if (CampaignBook.Open(db, clerk, clock, new CampaignOpening(campaign, "全民反诈专项行动", From, Until, null, [])) is { } refusal)
                    throw new InvalidOperationException(refusal.Message);
                await db.SaveChangesAsync();
            }
            for (var number = 0; number < 24; number++)
            {
                await using var scope = Scope(out var db);
                var timing = (number % 3) switch
                {
                    0 => Timing.Each(CadencePer.Week, 1, From, Until),
                    1 => Timing.Each(CadencePer.Month, 2, From, Until),
                    _ => Timing.Once(From, new DateOnly(2026, 3, 20)),
                };
                var draft = new DutyDraft
                {
                    Title = $"第{number}项任务",
                    Kind = "visit",
                    Timing = timing,
                    MeasureKey = number % 6 == 0 ? BenchModule.Visits.Key : DutyMeasures.Work.Key,
                    FromOn = From,
                    Assignments = [.. villages.Select(village => new AssignmentDraft(village.Id))],
                };
                var opened = await new DutyBook(db, clerk, catalog, clock).Open(new DutyCampaign(campaign, clerk.UnitId, From, Until), [draft]);
                if (opened.Refusal is { } refusal)
                    throw new InvalidOperationException(refusal.Message);
                await db.SaveChangesAsync();
            }
            await using var last = Scope(out var read);
            assignments =
            [
                .. (await DutyBook.Of(read, Tenant, campaign, From))
                    .Where(duty => duty.MeasureKey == DutyMeasures.Work.Key)
                    .SelectMany(duty => duty.Assignments)
                    .Select(one => (one.Id, one.UnitId)),
            ];
        }

        private async Task IssueDirectives()
        {
            for (var number = 0; number < 20; number++)
            {
                await using var scope = Scope(out var db);
                var at = new DateTime(2026, 3, 2 + number, 2, 0, 0, DateTimeKind.Utc);
                var id = Guid.CreateVersion7();
                var directive = new Directive
                {
                    TenantId = Tenant,
                    Id = id,
                    UnitId = clerk.UnitId,
                    Trail = Directive.TrailUnder(null, id),
                    WrittenAt = at,
                    WrittenBy = clerk.PersonId,
                };
                directive.Write(
                    new DirectiveTyped(DirectiveKind.Directive, $"第{number}件指令", "请各村办理。", Guid.Empty, "one-day", Roles.Liaison.Key, 10)
                );
                directive.Issue(at, WorkingCalendar.National, (villages.Count, 0));
                db.Add(directive);
                foreach (var village in villages)
                    db.Add(
                        new Receipt
                        {
                            TenantId = Tenant,
                            DirectiveId = id,
                            UnitId = village.Id,
                        }
                    );
                await db.SaveChangesAsync();
            }
        }

        private FactEntry Work((Guid Node, Guid Unit) to, DateOnly day) =>
            Entry(new WorkRecorded(to.Node, Guid.CreateVersion7(), to.Node, to.Unit, 1), to.Unit, to.Node, day);

        private FactEntry Visit(Guid village, DateOnly day)
        {
            var any = Guid.CreateVersion7();
            return Entry(new VisitMade(village, any, any, any, any, any, 1, 2, true), village, village, day);
        }

        private FactEntry Entry(Fact fact, Guid unit, Guid node, DateOnly day) =>
            new(
                Tenant,
                Guid.CreateVersion7(),
                fact,
                unit,
                node,
                clerk.PersonId,
                campaign,
                LocalDay.Start(day).AddHours(12),
                clock.Now,
                day,
                FactSource.Console
            );
    }
}
