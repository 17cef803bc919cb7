using System.Text;
using AbuseDesk.Evidence;

namespace AbuseDesk.Tests.Evidence;

public sealed class TellingWhatBytesAre
{
    [TestCase("%PDF-1.7\n…", "plan.pdf", "application/pdf")]
    [TestCase("%PDF-1.7\n…", "plan.txt", "application/pdf")]
    [TestCase("# Plan\n", "plan.md", "text/markdown")]
    [TestCase("Plan: volunteers\n", "plan.txt", "text/plain")]
    [TestCase("Note: no mail header follows\n", null, "text/plain")]
    [TestCase("<!DOCTYPE html><p>x", null, "text/html")]
    [TestCase("\uFEFF <html lang=en>", "page", "text/html")]
    [TestCase("Received: from a.example\r\nSubject: x\r\n\r\nx", null, "message/rfc822")]
    [TestCase("From: a@b.example\r\nSubject: x\r\n\r\nx", "report.eml", "message/rfc822")]
    [TestCase("{}", "report.json", "application/json")]
    [TestCase("PK\u0003\u0004rest", "plan.docx", "application/zip")]
    [TestCase("a\0b", "a.txt", "application/octet-stream")]
    public void The_content_decides(string text, string? name, string type) =>
        Assert.That(MediaTypes.Of(Encoding.UTF8.GetBytes(text), name), Is.EqualTo(type));

    [Test]
    public void A_file_that_only_claims_to_be_a_PDF_is_refused() =>
        Assert.That(() => MediaTypes.Of("hello"u8, "plan.pdf"), Throws.TypeOf<DeskException>().With.Message.Contains("claims to be PDF but is not"));

    [Test]
    public void Text_in_another_encoding_is_unknown() =>
        Assert.That(MediaTypes.Of(Encoding.Latin1.GetBytes("déjà vu"), "plan.txt"), Is.EqualTo(MediaTypes.Unknown));
}
