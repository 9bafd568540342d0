using System.Security.Cryptography;
using CsCheck;
using Enrollment.Functions.Platform.PersonalData;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Tests.Platform.PersonalData;

public sealed class FieldCipherTests
{
    private const string IdentityNumber = "359901198801010012";
    private static readonly CellAddress Cell = new("Applications", "0123", "application", "ChildName");
    private static readonly PersonalDataKey First = KeyOf("k1", 2);
    private static readonly PersonalDataKey Second = KeyOf("k2", 4);

    public static TheoryData<string, string, string, string> OtherCells => new()
    {
        { "Claims", "0123", "application", "ChildName" },
        { "Applications", "0124", "application", "ChildName" },
        { "Applications", "0123", "application2", "ChildName" },
        { "Applications", "0123", "application", "GuardianName" },
        { "Applications", "0123application", "", "ChildName" },
    };

    public static TheoryData<string> Foreign => ["", ".", "k1", "k1.", "k1.AAAA", "k1.!!!!", "k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "k9.AAAA", "plain text"];

    [Fact]
    public void Decrypt_SameCell_GivesTheText()
    {
        var cipher = CipherWith(First);

        Gen.String.Where(text => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)).Sample(
            text => cipher.Decrypt(cipher.Encrypt(text, Cell), Cell) == text, iter: 2_000);
    }

    [Theory]
    [MemberData(nameof(OtherCells))]
    public void Decrypt_OtherCell_Fails(string table, string partition, string row, string column)
    {
        var cipher = CipherWith(First);
        var stored = cipher.Encrypt(IdentityNumber, Cell);

        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(stored, new CellAddress(table, partition, row, column)));
    }

    [Fact]
    public void Decrypt_SwappedBetweenAThousandRows_AlwaysFails()
    {
        var cipher = CipherWith(First);
        var rows = Enumerable.Range(0, 1000).Select(i => Cell with { Row = $"row-{i}" }).ToList();
        var stored = rows.ConvertAll(row => cipher.Encrypt(IdentityNumber, row));

        for (var i = 0; i < rows.Count; i++)
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(stored[i], rows[(i + 1) % rows.Count]));
    }

    [Fact]
    public void Decrypt_AnyByteChanged_Fails()
    {
        var cipher = CipherWith(First);
        var stored = cipher.Encrypt(IdentityNumber, Cell);
        var box = System.Buffers.Text.Base64Url.DecodeFromChars(stored.AsSpan(3));

        for (var i = 0; i < box.Length; i++)
        {
            var changed = box.ToArray();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt($"k1.{System.Buffers.Text.Base64Url.EncodeToString(changed)}", Cell));
        }
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Decrypt_WhatItNeverWrote_Fails(string stored)
    {
        var cipher = CipherWith(First);

        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(stored, Cell));
    }

    [Fact]
    public void Encrypt_SameTextTwice_LooksDifferent()
    {
        var cipher = CipherWith(First);

        var stored = cipher.Encrypt(IdentityNumber, Cell);

        Assert.StartsWith("k1.", stored, StringComparison.Ordinal);
        Assert.NotEqual(stored, cipher.Encrypt(IdentityNumber, Cell), StringComparer.Ordinal);
        Assert.DoesNotContain(IdentityNumber, stored, StringComparison.Ordinal);
    }

    [Fact]
    public void Decrypt_AfterANewKey_StillReadsTheOld()
    {
        var old = CipherWith(First).Encrypt(IdentityNumber, Cell);
        var rotated = CipherWith(Second, First);

        Assert.Equal(IdentityNumber, rotated.Decrypt(old, Cell));
        Assert.StartsWith("k2.", rotated.Encrypt(IdentityNumber, Cell), StringComparison.Ordinal);
        Assert.ThrowsAny<CryptographicException>(() => CipherWith(Second).Decrypt(old, Cell));
        Assert.ThrowsAny<CryptographicException>(() => rotated.Decrypt($"k2{old[2..]}", Cell));
    }

    private static FieldCipher CipherWith(params PersonalDataKey[] keys) => new(Options.Create(new PersonalDataOptions { Keys = keys }));

    private static PersonalDataKey KeyOf(string id, byte value) => new() { Id = id, Secret = Convert.ToBase64String(Enumerable.Repeat(value, 32).ToArray()) };
}
