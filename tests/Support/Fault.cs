using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Wuzha.Support;

/// <summary>Kills the process it sits in at one exact moment: the <paramref name="at"/>th thing that it sees, before or after it is done.</summary>
public sealed class Fault(int at) : DbCommandInterceptor
{
    private int seen;

    public bool Struck { get; private set; }

    public void Strike(string what)
    {
        if (seen++ != at)
            return;
        Struck = true;
        throw new KilledException(what);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Strike(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        Strike(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Strike(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Strike(command.CommandText);
        return ValueTask.FromResult(result);
    }
}

/// <summary>What the death of a process looks like from inside.</summary>
public sealed class KilledException(string what) : Exception(what);
