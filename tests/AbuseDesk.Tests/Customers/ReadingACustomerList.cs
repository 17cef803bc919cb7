using System.Text;
using AbuseDesk.Customers.Import;
using NodaTime;

namespace AbuseDesk.Tests.Customers;

public sealed class ReadingACustomerList
{
    private const string Head = CustomerLists.Header;

    [TestCase("", "list.csv is empty; its first row must be account,name,kind,role,value,locale,zone,held_from,held_to.")]
    [TestCase(Head, "list.csv has a header and no rows")]
    [TestCase("account,name,kind,role,locale,zone,held_from,held_to\nA-1", "Row 1, column value: list.csv has no such column")]
    [TestCase("account,name,kind,role,value,locale,zone,held_from,held_to,colour\nA-1", "Row 1, column colour: this column is not known")]
    [TestCase("account,name,kind,role,value,locale,zone,held_from,held_to,name\nA-1", "Row 1, column name: this column stands there twice")]
    [TestCase(Head + "A-1,A,customer,,,en-GB,Europe/London,\n", "Row 2: there are 8 fields for 9 columns")]
    [TestCase(Head + "A-1,A,customer,,,en-GB,Europe/London,,\n\nA-1,,domain,,\"a\"b,,,2018-01-01,\n", "Row 4: a quotation mark is out of place")]
    [TestCase(Head + "A-1,A,planet,,,,,,\n", "Row 2, column kind: “planet” is not known; use customer, contact, range, domain, host, url, bucket.")]
    [TestCase(Head + ",A,customer,,,en-GB,Europe/London,,\n", "Row 2, column account: is empty; fill it in.")]
    [TestCase(Head + "A-1,A,contact,abuse,abuse@@a.example,en-GB,Europe/London,,\n", "Row 2, column value: “abuse@@a.example” is not an e-mail address")]
    [TestCase(Head + "A-1,A,contact,abuse,\"a@a.example\nBcc: b@b.example\",en-GB,Europe/London,,\n", "Row 2, column value: “a@a.example Bcc: b@b.example” is not an e-mail address")]
    [TestCase(Head + "A-1,\"A\nB\",customer,,,en-GB,Europe/London,,\n", "Row 2, column name: holds a line break")]
    [TestCase(Head + "A-1,A,contact,boss,a@a.example,en-GB,Europe/London,,\n", "Row 2, column role: “boss” is no contact role; use one of abuse, legal, owner.")]
    [TestCase(Head + "A-1,A,contact,abuse,a@a.example,en-GB,Europe/Pari,,\n", "Row 2, column zone: There is no time zone “Europe/Pari”; did you mean Europe/Paris?")]
    [TestCase(Head + "A-1,A,contact,abuse,a@a.example,english!,Europe/Paris,,\n", "Row 2, column locale: “english!” is not a locale")]
    [TestCase(Head + "A-1,A,contact,abuse,a@a.example,,Europe/Paris,,\n", "Row 2, column locale: is empty")]
    [TestCase(Head + "A-1,,range,,198.51.100.33/27,,,2018-01-01,\n", "Row 2, column value: “198.51.100.33/27” has address bits set beyond its prefix; the block that holds it is 198.51.100.32/27.")]
    [TestCase(Head + "A-1,,domain,,a.example,,,soon,\n", "Row 2, column held_from: “soon” is not a time")]
    [TestCase(Head + "A-1,,domain,,a.example,,,2018-01-02,2018-01-01\n", "Row 2, column held_to: 2018-01-01 does not come after held_from 2018-01-02.")]
    [TestCase(Head + "A-1,,domain,,a.example,,Europe/Paris,2018-01-02,\n", "Row 2, column zone: must be empty for a domain")]
    [TestCase(Head + "A-1,A,customer,,,en-GB,Europe/London,,\nA-1,B,customer,,,en-GB,Europe/London,,\n", "Row 3 repeats row 2; leave one of them out.")]
    public void What_cannot_be_used_is_told_with_row_and_column(string text, string sentence) =>
        Assert.That(() => Read(Encoding.UTF8.GetBytes(text)), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));

    [Test]
    public void Another_encoding_is_told() =>
        Assert.That(() => Read(Encoding.Latin1.GetBytes(Head + "A-1,Café,customer,,,en-GB,Europe/London,,\n")),
            Throws.TypeOf<DeskException>().With.Message.EqualTo("list.csv is not UTF-8; save it as “CSV UTF-8”."));

    [Test]
    public void Semicolons_a_byte_order_mark_and_other_orders_of_columns_are_understood()
    {
        const string text = "\uFEFFKind;Account;Name;Role;Value;Locale;Zone;Held_from;Held_to\r\ncustomer;A-1;\"Brook; Alder\";;;en-GB;Europe/London;;\r\n";

        Assert.That(Read(Encoding.UTF8.GetBytes(text)).Customers, Is.EqualTo(new[] { new CustomerLine(2, "A-1", "Brook; Alder", "en-GB", "Europe/London") }));
    }

    [Test]
    public void A_contact_takes_locale_and_zone_of_its_customer()
    {
        var file = Read(Encoding.UTF8.GetBytes(Head + "A-1,A,contact,Abuse,a@a.example,,Europe/Paris,,\nA-1,A,customer,,,en-GB,Europe/London,,\n"));

        Assert.That(file.Contacts.Single(), Is.EqualTo(new ContactLine(2, "A-1", "abuse", "A", "a@a.example", "en-GB", "Europe/Paris")));
    }

    private static CustomerFile Read(byte[] bytes) =>
        CustomerFileReader.Read(new MemoryStream(bytes), "list.csv", DateTimeZoneProviders.Tzdb["America/Los_Angeles"]);
}
