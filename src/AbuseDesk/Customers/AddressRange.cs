using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AbuseDesk.Customers;

/// <summary>
/// A block of IP addresses. <see cref="From"/> and <see cref="To"/> are 32 lower-case hex digits with IPv4 mapped into
/// ::ffff:0:0/96, so that both engines compare addresses as text. <see cref="PrefixLength"/> counts bits of the block's
/// own family, as people write it.
/// </summary>
public sealed record AddressRange(string From, string To, int PrefixLength, string Text)
{
    private const int MappedBits = 96;

    public bool Contains(IPAddress address)
    {
        var hex = Hex(address);
        return string.CompareOrdinal(From, hex) <= 0 && string.CompareOrdinal(hex, To) <= 0;
    }

    public bool Overlaps(AddressRange other) =>
        string.CompareOrdinal(From, other.To) <= 0 && string.CompareOrdinal(other.From, To) <= 0;

    public override string ToString() => Text;

    /// <summary>An address as 32 hex digits, to be compared with <see cref="From"/> and <see cref="To"/>.</summary>
    public static string Hex(IPAddress address) => Number(address).ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Reads "198.51.100.32/27", one address, or "first-last" where that is exactly one block.</summary>
    /// <exception cref="DeskException">No such block; the sentence names the nearest one.</exception>
    public static AddressRange Parse(string text)
    {
        var clean = text.Trim();
        var slash = clean.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0) return OfPrefix(clean[..slash], clean[(slash + 1)..], clean);
        var dash = clean.IndexOf('-', StringComparison.Ordinal);
        if (dash >= 0) return OfEnds(Address(clean[..dash], clean), Address(clean[(dash + 1)..], clean), clean);
        var address = Address(clean, clean);
        return Block(address, Bits(address));
    }

    private static AddressRange OfPrefix(string addressText, string lengthText, string text)
    {
        var address = Address(addressText, text);
        if (!int.TryParse(lengthText, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > Bits(address))
            throw new DeskException($"“{Shown.Briefly(text)}” is not a range: after the slash stands a number from 0 to {Bits(address)}.");
        var block = Block(address, length);
        return block.From == Hex(address)
            ? block
            : throw new DeskException($"“{Shown.Briefly(text)}” has address bits set beyond its prefix; the block that holds it is {block.Text}.");
    }

    private static AddressRange OfEnds(IPAddress first, IPAddress last, string text)
    {
        var size = Number(last) ^ Number(first);
        var length = Bits(first) - (int)(128 - UInt128.LeadingZeroCount(size));
        var block = length < 0 ? null : Block(first, length);
        return block is not null && Bits(first) == Bits(last) && block.From == Hex(first) && block.To == Hex(last)
            ? block
            : throw new DeskException($"“{Shown.Briefly(text)}” is not one block of addresses; list its blocks one by one, such as 198.51.100.32/27.");
    }

    private static AddressRange Block(IPAddress address, int length)
    {
        var free = Bits(address) - length;
        var rest = free == 0 ? UInt128.Zero : UInt128.MaxValue >> (128 - free);
        var from = Number(address) & ~rest;
        return new AddressRange(
            from.ToString("x32", CultureInfo.InvariantCulture),
            (from | rest).ToString("x32", CultureInfo.InvariantCulture),
            length,
            $"{Written(from, Bits(address) == 32)}/{length}");
    }

    private static string Written(UInt128 number, bool v4)
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var i = 15; i >= 0; i--, number >>= 8) bytes[i] = (byte)(number & 0xff);
        return new IPAddress(v4 ? bytes[(MappedBits / 8)..] : bytes).ToString();
    }

    private static IPAddress Address(string text, string whole) =>
        HostName.Parse(text).Address
        ?? throw new DeskException($"“{Shown.Briefly(whole)}” is not a range of addresses; write it like 198.51.100.32/27.");

    private static int Bits(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;

    private static UInt128 Number(IPAddress address) =>
        address.MapToIPv6().GetAddressBytes().Aggregate(UInt128.Zero, (number, b) => (number << 8) | b);
}
