using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Home;

/// <summary>今天.</summary>
internal static class ShowHome
{
    internal static async Task<IResult> Get(HomeBoard board, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock) =>
        Page.Of<HomePage>(new { View = await board.For(new HomeQuestion(db, viewer, LocalDay.Today(clock), catalog)) });
}
