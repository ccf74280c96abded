using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Wuzha.Platform.Layout;

/// <summary>What a request without an account tells of where it comes from. Used at once and never kept.</summary>
public static class Visitor
{
    private const int PrefixBytes = 8;

    /// <summary>
    /// The address; of version 6 only its first 64 bits, since a phone changes the rest of it by itself several times a day.
    /// </summary>
    public static byte[] NetworkOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..PrefixBytes] : bytes;
    }
}
