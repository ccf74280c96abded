using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>One appointment with its person, as a list shows it.</summary>
public sealed record PersonRow
{
    public required Guid PersonId { get; init; }
    public required Guid AppointmentId { get; init; }
    public required byte[] NameSealed { get; init; }
    public required byte[]? PhoneSealed { get; init; }
    public required string? Post { get; init; }
    public required string Role { get; init; }
    public required int RolePlace { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required string UnitSortKey { get; init; }
    public required DateOnly FromOn { get; init; }
    public required DateOnly? UntilOn { get; init; }
    public required string? SignInName { get; init; }
}

public sealed record PeopleView(Listing<PersonRow> List, UnitHead? Unit, bool Former, bool MayEdit, bool MayExportPhones, bool MayImport);

/// <summary>人员: who serves where. One row for each appointment, since that is what one looks for.</summary>
internal static class ListPeople
{
    /// <summary>Role keys in the order of <see cref="Roles.All"/>; the place of a key in it sorts.</summary>
    private static readonly string RoleOrder = string.Concat(Roles.All.Select(role => $"|{role.Key}|"));

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var unit = Guid.TryParse(query.Filter("unit"), out var unitId) ? await UnitHead.Of(db, viewer, unitId) : null;
        if (query.Filter("unit") is not null && unit is null)
            return Refusal.NotFound.AsPage();

        var rows = Rows(db, viewer, vault, query, unit, LocalDay.Today(clock));
        var list = await Listing<PersonRow>.Of(
            rows.OrderBy(row => row.UnitSortKey).ThenBy(row => row.UnitId).ThenBy(row => row.RolePlace).ThenBy(row => row.AppointmentId),
            query,
            Columns(vault)
        );
        if (query.AsSheet)
            return list.AsSheet("人员名单", viewer);

        return Page.Of<PeoplePage>(
            new
            {
                View = new PeopleView(
                    list,
                    unit,
                    query.Filter("state") == "former",
                    viewer.May(OrganisationActs.EditPeople),
                    viewer.May(OrganisationActs.ExportPhones),
                    viewer.May(OrganisationActs.ImportUnitsAndPeople)
                ),
            }
        );
    }

    internal static IQueryable<PersonRow> Rows(Db db, Viewer viewer, Vault vault, ListQuery query, UnitHead? unit, DateOnly today)
    {
        var scope = unit?.Scope ?? viewer.Scope;
        var former = query.Filter("state") == "former";
        var rows =
            from appointment in db.Appointments
            where
                appointment.TenantId == viewer.TenantId
                && (former ? appointment.UntilOn < today : appointment.UntilOn == null || appointment.UntilOn >= today)
            join place in db.Units on new { appointment.TenantId, Id = appointment.UnitId } equals new { place.TenantId, place.Id }
            where place.Path.CompareTo(scope.From) >= 0 && place.Path.CompareTo(scope.To) < 0
            join person in db.People on new { appointment.TenantId, Id = appointment.PersonId } equals new { person.TenantId, person.Id }
            join account in db.Accounts.Where(account => account.ClosedAt == null)
                on new { person.TenantId, PersonId = person.Id } equals new { account.TenantId, account.PersonId }
                into accounts
            from account in accounts.DefaultIfEmpty()
            select new
            {
                appointment,
                place,
                person,
                account,
            };

        if (query.Filter("role") is { } role)
            rows = rows.Where(row => row.appointment.Role == role);
        if (query.Filter("account") is { } has)
            rows = has == "yes" ? rows.Where(row => row.account != null) : rows.Where(row => row.account == null);
        if (query.Search.Length > 0)
        {
            var (words, name) = (query.Search, vault.Index(query.Search));
            if (PersonSearch.Tail(vault, words) is { } tail)
                rows = rows.Where(row => row.person.PhoneTailIndex == tail);
            else if (PersonSearch.Phone(vault, words) is { } phone)
                rows = rows.Where(row => row.person.PhoneIndex == phone);
            else
                rows = rows.Where(row => row.person.NameIndex == name || row.place.Name.Contains(words) || row.person.Post!.Contains(words));
        }

        return rows.Select(row => new PersonRow
        {
            PersonId = row.person.Id,
            AppointmentId = row.appointment.Id,
            NameSealed = row.person.NameSealed,
            PhoneSealed = row.person.PhoneSealed,
            Post = row.person.Post,
            Role = row.appointment.Role,
            RolePlace = RoleOrder.IndexOf("|" + row.appointment.Role + "|"),
            UnitId = row.place.Id,
            UnitName = row.place.Name,
            UnitSortKey = row.place.SortKey,
            FromOn = row.appointment.FromOn,
            UntilOn = row.appointment.UntilOn,
            SignInName = row.account!.SignInName,
        });
    }

    /// <param name="wholePhones">Only in the audited export.</param>
    internal static IReadOnlyList<Column<PersonRow>> Columns(Vault vault, bool wholePhones = false) =>
        [
            new("name", "姓名", row => vault.Open(row.NameSealed)) { Href = row => $"/people/{row.PersonId}" },
            new("unit", "单位", row => row.UnitName)
            {
                Sort = row => row.UnitSortKey,
                Href = row => $"/units/{row.UnitId}",
                OnCard = true,
            },
            new("role", "角色", row => Roles.Of(row.Role).Name) { Sort = row => row.RolePlace, OnCard = true },
            new("post", "职务", row => row.Post),
            new("phone", "电话", row => Phone(vault, row.PhoneSealed, wholePhones)) { OnCard = true },
            new("from", "任职起", row => row.FromOn) { Sort = row => row.FromOn },
            new("until", "任职止", row => row.UntilOn) { Sort = row => row.UntilOn },
            new("account", "账号", row => row.SignInName ?? "没有"),
        ];

    private static string Phone(Vault vault, byte[]? sealedPhone, bool whole) =>
        sealedPhone is null ? "未登记"
        : whole ? vault.Open(sealedPhone)
        : Mask.Phone(vault.Open(sealedPhone));
}
