using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

public sealed class TenantGuardTests
{
    private static readonly HashSet<string> Tables = ["units", "facts"];

    [Theory]
    [InlineData("select u.name from units u where u.tenant_id = @p0")]
    [InlineData("SELECT \"u\".\"name\" FROM \"units\" AS \"u\" WHERE \"u\".\"tenant_id\" = @viewer_TenantId AND \"u\".\"id\" = @id")]
    [InlineData("SELECT u.name FROM units AS u WHERE u.tenant_id = 'qingxi'")]
    [InlineData("select 1 from units u where u.tenant_id = $1")]
    [InlineData("INSERT INTO units (tenant_id, id) VALUES (@p0, @p1)")]
    [InlineData("INSERT INTO \"units\" (\"id\", \"tenant_id\") VALUES (@p0, @p1)")]
    [InlineData("UPDATE units SET name = @p0 WHERE tenant_id = @p1 AND id = @p2 RETURNING 1")]
    [InlineData("select id from tenants")]
    [InlineData("SELECT u.name FROM units AS u WHERE FALSE")]
    public void Who_names_the_tenant_may_pass(string sql) => Assert.Null(TenantGuard.Breach(sql, Tables));

    [Theory]
    [InlineData("select u.name from units u where u.id = @p0")]
    [InlineData("SELECT \"u\".\"name\" FROM \"units\" AS \"u\" WHERE \"u\".\"id\" = @id")]
    [InlineData("select 1 from tenants t join units u on u.tenant_id = t.id")]
    [InlineData("DELETE FROM units WHERE id = @p0")]
    [InlineData("UPDATE units SET name = @p0")]
    public void Who_does_not_is_stopped(string sql) => Assert.Equal("units", TenantGuard.Breach(sql, Tables));
}
