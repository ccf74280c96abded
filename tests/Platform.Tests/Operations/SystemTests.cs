using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Operations;

public sealed class SystemTests
{
    [Theory, EveryDatabase]
    public async Task All_is_well_when_nothing_waits(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);

        var page = await town.Client(Roles.SystemAdministrator).Visit("/system");

        Assert.Equal(200, page.Code);
        Assert.DoesNotContain("处理不了的记录", page.TextsOf("h2"));
        Assert.DoesNotContain("停下的作业", page.TextsOf("h2"));
    }

    [Theory, EveryDatabase]
    public async Task A_stopped_job_is_shown_and_runs_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Stop(town, Town.TenantId);
        var administrator = town.Client(Roles.SystemAdministrator);
        var page = await administrator.Visit("/system");
        Assert.Contains("1 个作业停下了", page.TextOf(".lead"), StringComparison.Ordinal);
        Assert.Contains("打印机没有纸", page.Text, StringComparison.Ordinal);

        var answer = await administrator.Submit(page, $"/system/jobs/{id}/retry");

        Assert.Equal("/system", answer.Location);
        await using var db = town.Open();
        var job = await db.Set<Job>().SingleAsync(row => row.Id == id);
        Assert.Equal((null, 0, town.Clock.Now), (job.StoppedAt, job.Attempts, job.DueAt));
        Assert.Equal(1, await db.Set<FactRow>().CountAsync(fact => fact.Kind == "platform.work-retried"));
        Assert.Equal(404, (await administrator.Send($"/system/jobs/{id}/retry")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_parked_fact_is_shown_and_only_a_parked_one_is_tried_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var fact = await Park(town, "messaging.no-such-listener");
        var administrator = town.Client(Roles.SystemAdministrator);

        var page = await administrator.Visit("/system");

        Assert.Contains("1 条记录处理不了", page.TextOf(".lead"), StringComparison.Ordinal);
        Assert.Equal(404, (await administrator.Send($"/system/parked/messaging.no-such-listener/{fact}/retry")).Code);
        Assert.Equal(404, (await administrator.Send($"/system/parked/x/{Guid.CreateVersion7()}/retry")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Another_tenants_work_is_not_there(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Stop(town, Town.OtherTenantId);
        var administrator = town.Client(Roles.SystemAdministrator);

        Assert.DoesNotContain("打印机没有纸", (await administrator.Visit("/system")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await administrator.Send($"/system/jobs/{id}/retry")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Strangers_sign_in_first_and_others_are_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);

        Assert.StartsWith("/sign-in", (await town.Stranger().Visit("/system")).Location, StringComparison.Ordinal);
        Assert.Equal(403, (await town.Client(Roles.OfficeClerk).Visit("/system")).Code);
        Assert.Equal(403, (await town.Client(Roles.OfficeClerk).Send($"/system/jobs/{Guid.CreateVersion7()}/retry")).Code);
    }

    private static async Task<Guid> Stop(Town town, string tenant)
    {
        await using var db = town.Open();
        var id = db.Enqueue(tenant, "messaging.send", "{}", town.Clock.Now.AddHours(-1));
        await db.SaveChangesAsync();
        var job = await db.Set<Job>().SingleAsync(row => row.Id == id);
        (job.Attempts, job.StoppedAt, job.Error) = (5, town.Clock.Now, "打印机没有纸");
        await db.SaveChangesAsync();
        return id;
    }

    private static async Task<Guid> Park(Town town, string listener)
    {
        await using var db = town.Open();
        var fact = db.Record(town.ViewerOf(town.Of(Roles.OfficeClerk)), new FactWithdrawn(await Any(town)));
        db.Add(
            new ParkedFact
            {
                TenantId = Town.TenantId,
                Listener = listener,
                FactId = fact,
                Attempts = 5,
                Error = "没有这个处理程序",
                FailedAt = town.Clock.Now,
                NextTryAt = town.Clock.Now,
                ParkedAt = town.Clock.Now,
            }
        );
        await db.SaveChangesAsync();
        return fact;
    }

    private static async Task<Guid> Any(Town town)
    {
        await using var db = town.Open();
        var id = db.Record(
            town.ViewerOf(town.Of(Roles.OfficeClerk)),
            new Platform.Numbers.NumberOpened("x", Guid.CreateVersion7(), new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 3))
        );
        await db.SaveChangesAsync();
        return id;
    }
}
