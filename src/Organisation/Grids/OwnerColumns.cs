using Wuzha.Platform.Identity;
using Wuzha.Platform.Listings;

namespace Wuzha.Organisation.Grids;

/// <summary>A column of a list of grids that names who answers in one role.</summary>
internal static class OwnerColumns
{
    /// <param name="needed">A grid without one is a gap.</param>
    public static Column<GridRow> Of(GridOwners owners, Role role, bool needed) =>
        new(role.Key, role.Name, row => Words(owners.Of(row.Id, role), role, needed))
        {
            OnCard = needed,
            Cell = row =>
                builder =>
                {
                    builder.OpenComponent<OwnerCell>(0);
                    builder.AddComponentParameter(1, nameof(OwnerCell.Owners), owners.Of(row.Id, role));
                    builder.AddComponentParameter(2, nameof(OwnerCell.Role), role);
                    builder.AddComponentParameter(3, nameof(OwnerCell.Needed), needed);
                    builder.CloseComponent();
                },
        };

    private static string Words(IReadOnlyList<GridOwner> owners, Role role, bool needed) =>
        owners.Count > 0 ? string.Join("、", owners.Select(owner => owner.Through is null ? owner.Name : $"{owner.Name}（{owner.Through}）"))
        : needed ? $"没有{role.Name}"
        : "";
}
