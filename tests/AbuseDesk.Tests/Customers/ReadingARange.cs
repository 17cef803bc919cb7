using System.Net;
using AbuseDesk.Customers;
using CsCheck;

namespace AbuseDesk.Tests.Customers;

public sealed class ReadingARange
{
    [TestCase("198.51.100.32/27", "00000000000000000000ffffc6336420", "00000000000000000000ffffc633643f", 27, "198.51.100.32/27")]
    [TestCase(" 198.51.100.7 ", "00000000000000000000ffffc6336407", "00000000000000000000ffffc6336407", 32, "198.51.100.7/32")]
    [TestCase("198.51.100.0-198.51.100.255", "00000000000000000000ffffc6336400", "00000000000000000000ffffc63364ff", 24, "198.51.100.0/24")]
    [TestCase("2001:DB8:10::/48", "20010db8001000000000000000000000", "20010db80010ffffffffffffffffffff", 48, "2001:db8:10::/48")]
    [TestCase("::/0", "00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff", 0, "::/0")]
    [TestCase("0.0.0.0/0", "00000000000000000000ffff00000000", "00000000000000000000ffffffffffff", 0, "0.0.0.0/0")]
    public void A_range_becomes_two_texts_that_sort_like_its_addresses(string text, string from, string to, int length, string written) =>
        Assert.That(AddressRange.Parse(text), Is.EqualTo(new AddressRange(from, to, length, written)));

    [TestCase("198.51.100.33/27", "the block that holds it is 198.51.100.32/27")]
    [TestCase("2001:db8::1/64", "the block that holds it is 2001:db8::/64")]
    [TestCase("198.51.100.0/33", "a number from 0 to 32")]
    [TestCase("198.51.100.0/", "a number from 0 to 32")]
    [TestCase("198.51.100.0/-1", "a number from 0 to 32")]
    [TestCase("198.51.100.0-198.51.100.200", "is not one block")]
    [TestCase("198.51.100.255-198.51.100.0", "is not one block")]
    [TestCase("198.51.100.0-2001:db8::", "is not one block")]
    [TestCase("perch.example", "is not a range of addresses")]
    [TestCase("", "no host name or IP address")]
    public void What_is_no_range_is_refused_in_one_sentence(string text, string reason) =>
        Assert.That(() => AddressRange.Parse(text), Throws.TypeOf<DeskException>().With.Message.Contains(reason));

    [Test]
    public void A_range_holds_its_own_addresses_and_no_neighbour()
    {
        var range = AddressRange.Parse("198.51.100.32/27");
        Assert.That(range.Contains(IPAddress.Parse("198.51.100.32")), Is.True);
        Assert.That(range.Contains(IPAddress.Parse("198.51.100.63")), Is.True);
        Assert.That(range.Contains(IPAddress.Parse("::ffff:198.51.100.40")), Is.True);
        Assert.That(range.Contains(IPAddress.Parse("198.51.100.64")), Is.False);
        Assert.That(range.Contains(IPAddress.Parse("198.51.100.31")), Is.False);
        Assert.That(range.Contains(IPAddress.Parse("2001:db8::")), Is.False);
    }

    [Test]
    public void Any_address_is_in_the_block_cut_from_it_and_the_block_reads_back() =>
        Gen.Select(Gen.Byte.Array[4], Gen.Byte.Array[16], Gen.Bool, Gen.Int[0, 128]).Sample((v4, v6, is4, length) =>
        {
            var address = new IPAddress(is4 ? v4 : v6);
            if (address.IsIPv4MappedToIPv6) return;
            var (text, bits) = (address.ToString(), is4 ? length / 4 : length);
            AddressRange range;
            try
            {
                range = AddressRange.Parse($"{text}/{bits}");
            }
            catch (DeskException error)
            {
                range = AddressRange.Parse(error.Message[(error.Message.LastIndexOf(' ') + 1)..^1]);
            }

            Assert.That(range.Contains(address), Is.True);
            Assert.That(AddressRange.Parse(range.Text), Is.EqualTo(range));
        }, iter: 2_000);
}
