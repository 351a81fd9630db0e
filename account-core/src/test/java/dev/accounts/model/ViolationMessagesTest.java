package dev.accounts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@Isolated
class ViolationMessagesTest {

    @Nested
    class English {

        private final ViolationMessages english = ViolationMessages.english();

        @Test
        void prefers_the_text_of_the_field() {
            assertThat(english.violation("email", "invalid").message()).isEqualTo("Enter a valid email address.");
            assertThat(english.violation("longitude", "invalid").message()).isEqualTo("Enter a valid value.");
        }

        @Test
        void takes_details_as_they_are() {
            assertThat(english.violation("password", "too_long", "4096"))
                    .isEqualTo(new Violation(
                            "password", "too_long", "Ensure this field has no more than 4096 characters."));
            assertThat(english.violation("towns", "not_found", "{0} '1'").message())
                    .isEqualTo("Invalid pk \"{0} '1'\" - object does not exist.");
        }

        @Test
        void names_attributes() {
            assertThat(english.attribute("email")).isEqualTo("email address");
            assertThat(english.attribute("first_name")).isEqualTo("first name");
        }

        @Test
        void knows_no_other_codes_and_attributes() {
            assertThatExceptionOfType(MissingResourceException.class).isThrownBy(() -> english.violation("email", "x"));
            assertThatExceptionOfType(MissingResourceException.class).isThrownBy(() -> english.attribute("x"));
        }

        @Test
        @ResourceLock(Resources.LOCALE)
        void does_not_depend_on_the_default_locale() {
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

                assertThat(ViolationMessages.english()
                                .violation("password", "too_short", "8")
                                .message())
                        .isEqualTo("This password is too short. It must contain at least 8 characters.");
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Nested
    class OfAHost {

        @Test
        void are_looked_up_the_same_way() throws IOException {
            ViolationMessages french = ViolationMessages.from(new PropertyResourceBundle(new StringReader("""
                    too_long=Pas plus de {0} caract\u00e8res.
                    blank=L''adresse est vide.
                    email.blank=L''e-mail est vide.
                    attribute.email=e-mail
                    """)));

            assertThat(french.violation("name", "too_long", "4096").message())
                    .isEqualTo("Pas plus de 4096 caract\u00e8res.");
            assertThat(french.violation("name", "blank").message()).isEqualTo("L'adresse est vide.");
            assertThat(french.violation("email", "blank").message()).isEqualTo("L'e-mail est vide.");
            assertThat(french.attribute("email")).isEqualTo("e-mail");
        }

        @Test
        void must_be_there() {
            assertThatNullPointerException()
                    .isThrownBy(() -> ViolationMessages.from(null))
                    .withMessage("texts");
        }
    }
}
